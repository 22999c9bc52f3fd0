// Checks the types of sources and tests, and lints them. `tsc` and `eslint` together would read and check all of them twice.
import { ESLint } from "eslint";
import ts from "typescript";

const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (found) => {
    throw new Error(ts.flattenDiagnosticMessageText(found.messageText, "\n"));
  },
};
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile("tsconfig.json", {}, host);
const program = ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
const wrong = ts.getPreEmitDiagnostics(program);
const names = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => "\n",
};
process.stdout.write(ts.formatDiagnosticsWithColorAndContext(wrong, names));

const eslint = new ESLint({
  overrideConfig: {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { project: null, programs: [program] } },
  },
});
const results = await eslint.lintFiles(["."]);
process.stdout.write(await (await eslint.loadFormatter("stylish")).format(results));
if (wrong.length > 0 || results.some(({ errorCount }) => errorCount > 0)) process.exitCode = 1;
