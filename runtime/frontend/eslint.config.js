const markup = "Text goes in as text; HTML that the server made safe goes through `show` of core/component.js.";

export default [
    {
        files: ["**/*.js"],
        languageOptions: { ecmaVersion: 2024, sourceType: "module" },
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: {
            "no-unused-vars": ["error", { args: "all", argsIgnorePattern: "^_" }],
            "no-restricted-properties": [
                "error",
                ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property, message: markup })),
                { object: "document", property: "write", message: markup },
            ],
            "no-eval": "error",
            "no-implied-eval": "error",
            "no-new-func": "error",
            "no-var": "error",
            "prefer-const": "error",
            eqeqeq: ["error", "always", { null: "ignore" }],
            "no-console": ["error", { allow: ["error", "warn"] }],
            "no-constant-condition": ["error", { checkLoops: "none" }],
            "no-duplicate-imports": "error",
            "no-undef-init": "error",
        },
    },
];
