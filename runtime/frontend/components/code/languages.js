/** The languages of the editor: how their words look, how they are indented, and what their files are called. */

/**
 * @typedef {[RegExp, string | null, string?]} Rule What to find, its class, and the state that follows: "<" goes back.
 * A pattern has no groups of its own that are kept.
 * @typedef {{ [state: string]: Rule[] }} Grammar
 * @typedef {object} Language
 * @property {() => Grammar} grammar
 * @property {string} [extension]
 * @property {string} [indent]
 * @property {string} [comment] What begins a comment that ends with its line.
 */

/** Classes: keyword, string, number, function, comment. */
const [K, S, N, F, C] = ["k", "s", "n", "f", "c"];

const NUMBER = /\b(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)[a-zA-Z]*\d*\b/g;
const DOUBLE = /"(?:\\.|[^"\\])*"?/g;
const SINGLE = /'(?:\\.|[^'\\])*'?/g;
const CALL = /\b[A-Za-z_]\w*(?=\s*\()/g;
const HASH = /(?<!\S)#.*/g;

/** @param {string} list @param {string} [flags] */
const words = (list, flags = "g") => new RegExp(`\\b(?:${list.trim().split(/\s+/).join("|")})\\b`, flags);

/** @param {RegExp} end @param {string} kind @returns {Rule[]} What goes on until its end. */
const until = (end, kind) => [[end, kind, "<"], [new RegExp(`(?:(?!${end.source}).)+`, end.flags), kind]];

/**
 * Languages that look like C.
 * @param {string} keywords
 * @param {Rule[]} [own] Before the others.
 * @returns {Grammar}
 */
function braces(keywords, own = []) {
    return {
        start: [[/\/\/.*/g, C], [/\/\*/g, C, "comment"], ...own, [DOUBLE, S], [SINGLE, S], [words(keywords), K], [NUMBER, N], [CALL, F]],
        comment: until(/\*\//g, C),
    };
}

const C_WORDS = "auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while bool true false NULL size_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t";
const CPP_WORDS = `${C_WORDS} alignas alignof and catch char8_t char16_t char32_t class co_await co_return co_yield concept consteval constexpr constinit const_cast decltype delete dynamic_cast explicit export final friend mutable namespace new noexcept not nullptr operator or override private protected public reinterpret_cast requires static_assert static_cast template this thread_local throw try typeid typename using virtual wchar_t xor`;
const JS_WORDS = "async await break case catch class const continue debugger default delete do else export extends false finally for from function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield";
const TS_WORDS = `${JS_WORDS} abstract any as asserts bigint boolean declare enum implements infer interface is keyof module namespace never number object out override private protected public readonly satisfies string symbol type unique unknown`;
const RUST_WORDS = "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type union unsafe use where while bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize";
const PYTHON_WORDS = "and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return True try while with yield self cls";
const R_WORDS = "break else for function if in next repeat return while TRUE FALSE NULL NA NaN Inf library require";
const SHELL_WORDS = "alias case cd do done echo elif else esac eval exec exit export fi for function if in local read return select set shift source then trap unset until while";
const SQL_WORDS = "add all alter and any as asc auto_increment begin between bigint blob boolean by cascade case cast char check column commit constraint create cross current_date current_timestamp database date datetime decimal declare default delete desc distinct double drop else end except execute exists explain false fetch float foreign from full function grant group having if ilike in index inner insert int integer intersect interval into is join key lateral left like limit natural not null numeric offset on or order outer over partition primary procedure real recursive references replace returning returns revoke right rollback row rows schema select sequence serial set smallint table temporary text then time timestamp to top transaction trigger true truncate union unique update using uuid values varchar view when where window with";

/** @returns {Grammar} */
const javascript = (keywords = JS_WORDS) => ({
    ...braces(keywords, [[/`/g, S, "template"], [/(?<=^|[=(,:;!&|?{}[]|\breturn)\s*\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[a-z]*/g, S]]),
    template: [[/`/g, S, "<"], [/\$\{/g, K, "inserted"], [/(?:\\.|(?!\$\{)[^`\\])+/g, S]],
    inserted: [[/\}/g, K, "<"], [/`/g, S, "template"], [DOUBLE, S], [SINGLE, S], [words(keywords), K], [NUMBER, N], [CALL, F]],
});

/** @returns {Grammar} */
const python = () => ({
    start: [
        [/#.*/g, C],
        [/\b[rRbBuUfF]{0,2}"""|"""/g, S, "doubles"],
        [/\b[rRbBuUfF]{0,2}'''|'''/g, S, "singles"],
        [/\b[rRbBuUfF]{1,2}"(?:\\.|[^"\\])*"?/g, S],
        [/\b[rRbBuUfF]{1,2}'(?:\\.|[^'\\])*'?/g, S],
        [DOUBLE, S], [SINGLE, S],
        [/^\s*@[\w.]+/g, F],
        [words(PYTHON_WORDS), K], [NUMBER, N], [CALL, F],
    ],
    doubles: until(/"""/g, S),
    singles: until(/'''/g, S),
});

/** @returns {Grammar} */
const rust = () => ({
    ...braces(RUST_WORDS, [
        [/\b[bc]?r##"/g, S, "raw2"],
        [/\b[bc]?r#"/g, S, "raw1"],
        [/\b[bc]?r"/g, S, "raw"],
        [/'(?:\\[^']+|[^'\\])'/g, S],
        [/'[a-z_]\w*/g, N],
        [/#!?\[/g, F, "attribute"],
        [/\b[a-z_]\w*!(?=\s*[([{])/g, F],
        [/"/g, S, "text"],
    ]),
    raw: until(/"/g, S),
    raw1: until(/"#/g, S),
    raw2: until(/"##/g, S),
    text: [[/"/g, S, "<"], [/(?:\\.|\\$|[^"\\])+/g, S]],
    attribute: [[/\]/g, F, "<"], [DOUBLE, S], [/[^\]"]+/g, F]],
});

/** @returns {Rule[]} */
const cssRules = () => [
    [/\/\*/g, C, "comment"],
    [DOUBLE, S], [SINGLE, S],
    [/@[\w-]+|!important\b/g, K],
    [/--[\w-]+/g, F],
    [/[\w-]+(?=\s*:\s)/g, K],
    [/#[\da-fA-F]{3,8}\b|[+-]?(?:\d+\.?\d*|\.\d+)(?:%|[a-z]+\b)?/g, N],
    [/[\w-]+(?=\()/g, F],
];

/** @param {Rule[]} [own] @returns {Grammar} */
const html = (own = []) => ({
    start: [
        ...own,
        [/<!--/g, C, "remark"],
        [/<!\w[^>]*>/gi, K],
        [/<script\b/gi, K, "scriptTag"],
        [/<style\b/gi, K, "styleTag"],
        [/<\/?[A-Za-z][\w:-]*/g, K, "tag"],
        [/&(?:#\d+|#x[\da-f]+|\w+);/gi, N],
    ],
    remark: until(/-->/g, C),
    tag: [...own, [/\/?>/g, K, "<"], [DOUBLE, S], [SINGLE, S], [/[^\s=>"'/]+/g, F]],
    scriptTag: [[/>/g, K, "script"], [/<\/script\s*>/gi, K, "<"], [DOUBLE, S], [SINGLE, S], [/[^\s=>"'<]+/g, F]],
    styleTag: [[/>/g, K, "style"], [/<\/style\s*>/gi, K, "<"], [DOUBLE, S], [SINGLE, S], [/[^\s=>"'<]+/g, F]],
    // The end of the script is the end of its tag as well: the tag's own state sees it next.
    script: [[/(?=<\/script)/gi, null, "<"], ...javascript().start],
    style: [[/(?=<\/style)/gi, null, "<"], ...cssRules()],
    comment: until(/\*\//g, C),
    template: javascript().template,
    inserted: javascript().inserted,
});

/** @type {Rule[]} */
const JINJA = [[/\{#/g, C, "note"], [/\{\{-?|\{%-?/g, K, "insertion"]];

/** @returns {Grammar} */
const jinja = () => ({
    ...html(JINJA),
    note: until(/#\}/g, C),
    insertion: [[/-?\}\}|-?%\}/g, K, "<"], [DOUBLE, S], [SINGLE, S], [words("and block call do elif else endblock endcall endfilter endfor endif endmacro endset endwith extends filter for from if import in include is macro not or raw recursive set super with without true false none"), K], [NUMBER, N], [/(?<=\|\s*)\w+/g, F], [CALL, F]],
});

/** @returns {Grammar} */
const json = () => ({ start: [[/"(?:\\.|[^"\\])*"(?=\s*:)/g, K], [DOUBLE, S], [words("true false null"), F], [/-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g, N]] });

/** @returns {Grammar} */
const yaml = () => ({ start: [[HASH, C], [/^---.*|^\.\.\.$/g, K], [/(?<=^|[\s{,-])[\w"'./-][^\s:#,{}[\]]*(?=\s*:(?:\s|$))/g, K], [DOUBLE, S], [/'(?:''|[^'])*'?/g, S], [/[&*!][\w!/.-]+/g, F], [words("true false null yes no on off", "gi"), F], [/(?<=[\s:[,-])[+-]?\d[\d_.:T-]*(?:[eE][+-]?\d+)?(?=\s*(?:$|[,\]}#]))/g, N]] });

/** @returns {Grammar} */
const toml = () => ({ start: [[/#.*/g, C], [/^\s*\[\[?[^\]]*\]\]?/g, F], [/[\w"'.-]+(?=\s*=)/g, K], [/"""/g, S, "doubles"], [/'''/g, S, "singles"], [DOUBLE, S], [/'[^']*'?/g, S], [words("true false"), F], [/[+-]?\b\d[\d_:TZ.+-]*\b/g, N]], doubles: until(/"""/g, S), singles: until(/'''/g, S) });

/** @returns {Grammar} */
const shell = () => ({
    start: [[HASH, C], [/'[^']*'?/g, S], [/"/g, S, "text"], [/\$\{[^}]*\}?|\$[\w#?@*!$-]+/g, N], [words(SHELL_WORDS), K], [/(?<=\s)--?[A-Za-z][\w-]*/g, F], [/\b\w+(?==)/g, F], [/\b\d+\b/g, N]],
    text: [[/"/g, S, "<"], [/\$\{[^}]*\}?|\$[\w#?@*!-]+/g, N], [/(?:\\.|\\$|[^"\\$]|\$(?![\w#?@*!{-]))+/g, S]],
});

/** @returns {Grammar} */
const dockerfile = () => ({ ...shell(), start: [[/^\s*(?:FROM|AS|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\b/gi, K], [/\sAS\s/gi, K], ...shell().start.map(([{ source }, kind, next]) => /** @type {Rule} */ ([new RegExp(source, "gi"), kind, next]))] });

/** @returns {Grammar} */
const r = () => ({ start: [[/#.*/g, C], [DOUBLE, S], [SINGLE, S], [/`[^`]*`?/g, S], [words(R_WORDS), K], [/<-|->|\|>|%[^%\s]*%/g, K], [NUMBER, N], [/\b[A-Za-z.][\w.]*(?=\s*\()/g, F]] });

/** @returns {Grammar} */
const sql = () => ({ start: [[/--.*/gi, C], [/\/\*/gi, C, "comment"], [/'(?:''|[^'])*'?/gi, S], [/"(?:""|[^"])*"?|`[^`]*`?/gi, F], [words(SQL_WORDS, "gi"), K], [/\b\d+(?:\.\d+)?\b/gi, N], [/[@:$]\w+/gi, N], [/\b[a-z_]\w*(?=\s*\()/gi, F]], comment: until(/\*\//g, C) });

/** @returns {Grammar} */
const latex = () => ({ start: [[/(?<!\\)%.*/g, C], [/\\(?:begin|end)\b/g, K, "name"], [/\\(?:[A-Za-z@]+\*?|.)/g, K], [/\$\$?/g, S, "math"], [/[{}[\]]/g, F]], name: [[/\{[^}]*\}?/g, F, "<"], [/(?=.)/g, null, "<"]], math: [[/\$\$?/g, S, "<"], [/\\(?:[A-Za-z]+|.)/g, K], [/[^$\\]+/g, S]] });

/** @returns {Grammar} */
const markdown = () => ({
    start: [
        [/^\s*(?:```+|~~~+).*/g, F, "fence"],
        [/^#{1,6}\s.*/g, K],
        [/^\s*>.*/g, C],
        [/^\s*(?:[-*+]|\d+[.)])(?=\s)/g, K],
        [/`[^`]+`/g, S],
        [/!?\[[^\]]*\]\([^)]*\)|<https?:[^>]*>/g, F],
        [/\*\*[^*]+\*\*|__[^_]+__/g, N],
        [/(?<![\w*])\*[^*\s][^*]*\*|(?<![\w_])_[^_\s][^_]*_(?!\w)/g, N],
        [/<\/?[A-Za-z][^>]*>/g, K],
    ],
    fence: [[/^\s*(?:```+|~~~+)\s*$/g, F, "<"], [/.+/g, S]],
});

/** @type {{ [name: string]: Language }} */
const LANGUAGES = {
    c: { grammar: () => braces(C_WORDS, [[/^\s*#\s*\w+/g, F], [/(?<=#\s*include\s*)<[^>]*>/g, S]]), extension: "c", indent: "    ", comment: "//" },
    cpp: { grammar: () => braces(CPP_WORDS, [[/^\s*#\s*\w+/g, F], [/(?<=#\s*include\s*)<[^>]*>/g, S]]), extension: "cpp", indent: "    ", comment: "//" },
    css: { grammar: () => ({ start: cssRules(), comment: until(/\*\//g, C) }), extension: "css" },
    dockerfile: { grammar: dockerfile, extension: "dockerfile", indent: "    ", comment: "#" },
    html: { grammar: html, extension: "html" },
    javascript: { grammar: javascript, extension: "js", comment: "//" },
    jinja2: { grammar: jinja, extension: "html" },
    json: { grammar: json, extension: "json" },
    latex: { grammar: latex, extension: "tex", comment: "%" },
    markdown: { grammar: markdown, extension: "md" },
    python: { grammar: python, extension: "py", indent: "    ", comment: "#" },
    r: { grammar: r, extension: "r", comment: "#" },
    rust: { grammar: rust, extension: "rs", indent: "    ", comment: "//" },
    shell: { grammar: shell, extension: "sh", comment: "#" },
    sql: { grammar: sql, extension: "sql", indent: "    ", comment: "--" },
    toml: { grammar: toml, extension: "toml", comment: "#" },
    typescript: { grammar: () => javascript(TS_WORDS), extension: "ts", comment: "//" },
    yaml: { grammar: yaml, extension: "yaml", comment: "#" },
};

/**
 * A language by its name; the dialects of SQL are one.
 * @param {string | null | undefined} name
 * @returns {Language}
 */
export function language(name) {
    return LANGUAGES[name?.startsWith("sql") ? "sql" : (name ?? "")] ?? { grammar: () => ({ start: [] }) };
}
