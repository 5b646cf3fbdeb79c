const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const [command, ...args] = workspace.getConfiguration("factcheck").get("command");
  client = new LanguageClient("factcheck", { command, args }, {
    documentSelector: ["markdown", "plaintext", "html"].map((language) => ({ scheme: "file", language })),
  });
  return client.start();
};

exports.deactivate = () => client && client.stop();
