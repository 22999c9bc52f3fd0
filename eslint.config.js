// Lint rules: type-aware and strict for sources and tests, plain for scripts.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "_site/**", "_preview/**", ".cache/**", "content/**", "tests/fixtures/**"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreVoidOperator: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // `data["key"]` is what `noPropertyAccessFromIndexSignature` style asks for; both are read in this house.
      "@typescript-eslint/dot-notation": "off",
      eqeqeq: "error",
      "no-useless-escape": "error",
      "no-param-reassign": "error",
    },
  },
);
