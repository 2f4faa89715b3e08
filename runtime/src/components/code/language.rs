//! The languages of [`Code`](super::Code).

use serde::{Serialize, Serializer, ser::SerializeMap as _};

use crate::{Choices, component::Choices as _};

/// A language whose words [`Code`](super::Code) shows in colours.
///
/// It is a set of choices: `Dropdown::of::<Language>()` asks for one.
#[allow(missing_docs, reason = "the names of the languages say it all")]
#[derive(Choices, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[choice(crate = crate)]
pub enum Language {
    #[choice(value = "python", label = "Python")]
    Python,
    #[choice(value = "c", label = "C")]
    C,
    #[choice(value = "cpp", label = "C++")]
    Cpp,
    #[choice(value = "markdown", label = "Markdown")]
    Markdown,
    #[choice(value = "latex", label = "LaTeX")]
    Latex,
    #[choice(value = "json", label = "JSON")]
    Json,
    #[choice(value = "html", label = "HTML")]
    Html,
    #[choice(value = "css", label = "CSS")]
    Css,
    #[choice(value = "javascript", label = "JavaScript")]
    JavaScript,
    #[choice(value = "jinja2", label = "Jinja2")]
    Jinja2,
    #[choice(value = "typescript", label = "TypeScript")]
    TypeScript,
    #[choice(value = "yaml", label = "YAML")]
    Yaml,
    #[choice(value = "dockerfile", label = "Dockerfile")]
    Dockerfile,
    #[choice(value = "shell", label = "Shell")]
    Shell,
    #[choice(value = "r", label = "R")]
    R,
    #[choice(value = "sql", label = "SQL")]
    Sql,
    #[choice(value = "sql-msSQL", label = "SQL Server")]
    MsSql,
    #[choice(value = "sql-mySQL", label = "MySQL")]
    MySql,
    #[choice(value = "sql-mariaDB", label = "MariaDB")]
    MariaDb,
    #[choice(value = "sql-sqlite", label = "SQLite")]
    Sqlite,
    #[choice(value = "sql-cassandra", label = "Cassandra")]
    Cassandra,
    #[choice(value = "sql-plSQL", label = "PL/SQL")]
    PlSql,
    #[choice(value = "sql-hive", label = "Hive")]
    Hive,
    #[choice(value = "sql-pgSQL", label = "PostgreSQL")]
    PostgreSql,
    #[choice(value = "sql-gql", label = "GQL")]
    Gql,
    #[choice(value = "sql-gpSQL", label = "Greenplum")]
    Greenplum,
    #[choice(value = "sql-sparkSQL", label = "Spark SQL")]
    SparkSql,
    #[choice(value = "sql-esper", label = "Esper")]
    Esper,
    #[choice(value = "rust", label = "Rust")]
    Rust,
    #[choice(value = "toml", label = "TOML")]
    Toml,
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A program that loads this one refuses a language it does not know; it passes over a prop.
        let known = !matches!(self, Self::Rust | Self::Toml);
        let (named, ours) = (known.then(|| self.value()), (!known).then(|| self.value()));
        let mut props = serializer.serialize_map(Some(2))?;
        props.serialize_entry("language", &named)?;
        props.serialize_entry("highlight", &ours)?;
        props.end()
    }
}
