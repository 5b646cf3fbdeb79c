package sources

// Reading names the code and the data that read texts and find their statements:
// everything in claims and in sources/reader. An index whose note has another was read
// by another program, which may have found other statements. TestReading keeps it.
const Reading = "49a17aa6334810be"
