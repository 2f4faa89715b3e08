//! Behind a reverse proxy, below a path: nginx, set up as people set it up.

use std::{
    fs,
    io::Write,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::json;
use vetrina_tests::{
    Server, get, post,
    process::until,
    request, run,
    tools::{self, Line},
};

const LIMIT: Duration = Duration::from_secs(120);

/// An nginx that offers a server below `/shop/window/`.
struct Proxy {
    child: Child,
    folder: PathBuf,
    port: u16,
}

impl Proxy {
    fn before(server: &Server, headers: &str) -> Self {
        // Another program may take the port between the look and the start; then it is tried again.
        (0..10)
            .find_map(|_| Self::try_before(server, headers))
            .expect("nginx starts; `tests/run` installs it")
    }

    fn try_before(server: &Server, headers: &str) -> Option<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let folder = std::env::temp_dir().join(format!("vetrina-proxy-{port}"));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let settings = format!(
            "daemon off; pid {0}/pid; error_log stderr;\n\
             events {{}}\n\
             http {{\n\
               access_log off;\n\
               client_body_temp_path {0}/body; proxy_temp_path {0}/proxy; fastcgi_temp_path {0}/fastcgi;\n\
               uwsgi_temp_path {0}/uwsgi; scgi_temp_path {0}/scgi;\n\
               server {{\n\
                 listen 127.0.0.1:{port};\n\
                 location /shop/window/ {{ proxy_pass {1}/; proxy_http_version 1.1; {headers} }}\n\
               }}\n\
             }}\n",
            folder.display(),
            server.url()
        );
        let file = folder.join("nginx.conf");
        let mut written = fs::File::create(&file).expect("a settings file");
        written.write_all(settings.as_bytes()).expect("settings");
        let child = Command::new("nginx")
            // Debian keeps it where only administrators look.
            .env(
                "PATH",
                format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default()),
            )
            .arg("-e")
            .arg("stderr")
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(&file)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("nginx: {error}; `tests/run` installs it"));
        let mut proxy = Self {
            child,
            folder,
            port,
        };
        let starts = || -> Option<bool> {
            if proxy
                .child
                .try_wait()
                .expect("a child can be asked")
                .is_some()
            {
                return Some(false);
            }
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                .is_ok()
                .then_some(true)
        };
        until("nginx listens", Duration::from_secs(20), starts).then_some(proxy)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/shop/window", self.port)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // Its workers end with it when it is asked to end, not when it is killed.
        let id = self.child.id();
        let _ = Command::new("sh")
            .args(["-c", &format!("kill -TERM {id}")])
            .status();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What people write who follow a guide.
const HEADERS: &str =
    "proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme;";

fn below_a_path(app: &str) -> Server {
    Server::start(Server::apps(&[app]).env("VETRINA_ROOT_PATH", "/shop/window"))
}

#[test]
fn every_client_works_through_it() {
    let server = below_a_path("hello");
    let proxy = Proxy::before(&server, HEADERS);
    let config = get(format!("{}/config", proxy.url())).expect(200).json();
    assert_eq!(config["root"], proxy.url());
    for line in [Line::One, Line::Two] {
        let script = tools::sources().join("clients/python/predict_by_position.py");
        let mut python = tools::python(line);
        run(
            "Python behind a proxy",
            python.arg("-B").arg(script).arg(proxy.url()),
            LIMIT,
        );
        let script = tools::sources().join("clients/javascript/predict_by_position.mjs");
        run(
            "JavaScript behind a proxy",
            tools::node(line).arg(script).arg(proxy.url()),
            LIMIT,
        );
    }
}

#[test]
fn the_page_works_through_it() {
    let server = below_a_path("hello");
    let proxy = Proxy::before(&server, HEADERS);
    let script = tools::sources().join("browser/fills_the_form.mjs");
    run(
        "the page behind a proxy",
        tools::browser().arg(script).arg(proxy.url()),
        LIMIT,
    );
}

#[test]
fn the_page_works_even_if_nobody_told_the_app() {
    let server = Server::app("hello");
    let proxy = Proxy::before(&server, "");
    let script = tools::sources().join("browser/fills_the_form.mjs");
    run(
        "the page behind a proxy",
        tools::browser().arg(script).arg(proxy.url()),
        LIMIT,
    );
}

#[test]
fn what_is_told_while_a_function_runs_arrives_while_it_runs() {
    let server = below_a_path("cancel");
    let proxy = Proxy::before(&server, HEADERS);
    let url = proxy.url();
    let config = get(format!("{url}/config")).expect(200).json();
    let dependencies = config["dependencies"].as_array().expect("a list");
    let work = dependencies
        .iter()
        .find(|dependency| dependency["api_name"] == "work")
        .expect("it");
    let body = json!({"data": [3], "fn_index": work["id"], "session_hash": "s"});
    let _ = post(format!("{url}/gradio_api/queue/join"), &body).expect(200);
    let mut events = request("GET", format!("{url}/gradio_api/queue/data?session_hash=s")).events();
    events.wait_for("process_starts");
    let ticks = post(server.at("/gradio_api/run/ticks"), &json!({"data": []}))
        .expect(200)
        .json();
    // Sixty ticks are all of them: the news of the start must not come with that of the end.
    assert!(
        ticks["data"][0].as_u64().is_some_and(|ticks| ticks < 50),
        "{ticks}"
    );
    assert_eq!(
        events.wait_for("process_completed")["output"]["data"],
        json!(["finished"])
    );
}
