//! Connects: settings, login, and what the app says of itself.

use std::{sync::Arc, time::Duration};

use reqwest::{
    Method,
    header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue},
};

use super::{
    Api, Client, Error, Known, Result,
    config::{Config, Info},
    download::Origin,
    http::{Http, refusal},
    session::Session,
};

/// How to connect: [`Client::builder`] makes one.
#[derive(Debug, Clone)]
pub struct Builder {
    url: String,
    headers: HeaderMap,
    login: Option<(String, String)>,
    timeout: Duration,
    max_download: u64,
    /// What cannot be a header.
    mistake: Option<String>,
}

impl Builder {
    pub(super) fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            headers: HeaderMap::new(),
            login: None,
            timeout: Duration::from_secs(30),
            max_download: 1 << 30,
            mistake: None,
        }
    }

    /// Logs in as this user.
    #[must_use]
    pub fn login(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.login = Some((user.into(), password.into()));
        self
    }

    /// Sends a token with each request, for apps behind a gate that asks for one.
    #[must_use]
    pub fn bearer(mut self, token: &str) -> Self {
        self.add(AUTHORIZATION, &format!("Bearer {token}"), true);
        self
    }

    /// Sends a header with each request.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match HeaderName::try_from(name) {
            Ok(name) => self.add(name, value, false),
            Err(_) => self.mistake = Some(format!("`{name}` is no name of a header")),
        }
        self
    }

    fn add(&mut self, name: HeaderName, value: &str, is_secret: bool) {
        match HeaderValue::try_from(value) {
            Ok(mut value) => {
                value.set_sensitive(is_secret);
                self.headers.insert(name, value);
            }
            Err(_) => self.mistake = Some(format!("the header `{name}` cannot have this value")),
        }
    }

    /// How long the app may take until it begins to answer a request. Half a minute unless set;
    /// functions may run for as long as they like.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The largest file that is taken from the app, in bytes. A gigabyte unless set.
    #[must_use]
    pub fn max_download(mut self, bytes: u64) -> Self {
        self.max_download = bytes;
        self
    }

    /// What tells it from others: two with the same key lead to the same.
    pub(super) fn key(&self) -> Vec<u8> {
        let login = self
            .login
            .iter()
            .flat_map(|(user, password)| [user, password]);
        let texts = [&self.url].into_iter().chain(login).map(String::as_bytes);
        let headers = self.headers.iter();
        let headers =
            headers.flat_map(|(name, value)| [name.as_str().as_bytes(), value.as_bytes()]);
        // With their lengths, so that no text can look like two.
        let mut key = Vec::new();
        for part in texts.chain(headers) {
            key.extend(part.len().to_be_bytes());
            key.extend(part);
        }
        key
    }

    /// Connects.
    ///
    /// # Errors
    /// When nothing answers, when what answers is no app, or when it asks for a login.
    pub async fn connect(self) -> Result<Client> {
        let not_an_app = |why: String| Error::NotAnApp {
            url: self.url.clone(),
            why,
        };
        if let Some(mistake) = self.mistake {
            return Err(Error::Arguments(mistake));
        }
        let mut http = Http::new(&self.url, self.headers, self.timeout)?;
        if let Some((user, password)) = &self.login {
            log_in(&mut http, user, password).await?;
        }
        let config = http
            .json::<Config>(http.outside(Method::GET, "config"))
            .await;
        let config = config.map_err(|error| match error {
            Error::Type { source, .. } => not_an_app(format!("its config is not one: {source}")),
            Error::Unexpected { status, .. } => not_an_app(format!("it answers {status}")),
            other => other,
        })?;
        if config.protocol != "sse_v3" {
            let why = format!(
                "it is of version {} and speaks `{}`, where `sse_v3` is asked for",
                config.version, config.protocol
            );
            return Err(not_an_app(why));
        }
        http.prefix.clone_from(&config.api_prefix);
        // With those that are callable and not told of: their parameters have names and defaults.
        let info = http
            .request(Method::GET, "info")
            .query(&[("all_endpoints", "True")]);
        let info: Info = http.json(info).await?;
        let (shown, all) = Api::read(http.base(), &config, &info);
        let known = Arc::new(Known {
            origin: Origin {
                http: Arc::new(http),
                most: self.max_download,
            },
            config,
            shown,
            all,
        });
        Ok(Client {
            session: Arc::new(Session::new(&known, true)),
            known,
        })
    }
}

async fn log_in(http: &mut Http, user: &str, password: &str) -> Result<()> {
    let form = [("username", user), ("password", password)];
    let response = http
        .send(http.outside(Method::POST, "login").form(&form))
        .await?;
    let status = response.status();
    if status.is_success() {
        http.keep_cookies(&response);
        return Ok(());
    }
    Err(match status.as_u16() {
        400 | 401 | 403 => Error::LoginRefused,
        _ => refusal(response).await,
    })
}

impl From<&str> for Builder {
    fn from(url: &str) -> Self {
        Self::new(url)
    }
}

impl From<String> for Builder {
    fn from(url: String) -> Self {
        Self::new(url)
    }
}

impl From<&String> for Builder {
    fn from(url: &String) -> Self {
        Self::new(url)
    }
}
