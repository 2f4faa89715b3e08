//! The one who speaks the protocol: what `rmcp` asks for, told of the app.

#![expect(
    deprecated,
    reason = "clients of the protocol before 2026-07-28 hear notes as a log"
)]

use std::sync::{Arc, Mutex, PoisonError};

use axum::http::request::Parts;
use rmcp::{
    ErrorData, RoleServer, ServerHandler,
    model::{
        CallToolRequestParams, CallToolResponse, CallToolResult, CompleteRequestParams,
        CompleteResult, CompletionInfo, ContentBlock, GetPromptRequestParams, GetPromptResponse,
        GetPromptResult, Implementation, JsonObject, ListPromptsResult,
        ListResourceTemplatesResult, ListResourcesResult, ListToolsResult, LoggingLevel,
        LoggingMessageNotificationParam, MetaObject, PaginatedRequestParams,
        ProgressNotificationParam, Prompt, PromptArgument, ReadResourceRequestParams,
        ReadResourceResponse, ReadResourceResult, Reference, Resource, ResourceTemplate,
        ServerCapabilities, ServerConfig, SetLevelRequestParams, Tool,
    },
    service::RequestContext,
};
use serde_json::{Map, Value};

use super::{
    Line, Offered, SESSION,
    address::matched,
    arguments::read,
    blocks::{blocks, contents, messages},
    calling::Calling,
    content,
    progress::Steps,
};
use crate::{
    Error,
    endpoint::{Alert, EventData, Facts, Level, McpRole},
    run::{Event, Step},
    server::{Served, request::facts},
};

type Context = RequestContext<RoleServer>;

/// Speaks for one app with one client.
pub(super) struct Speaker {
    app: Arc<Served>,
    offered: Arc<Vec<Arc<Offered>>>,
    /// What is too small to be told.
    level: Mutex<LoggingLevel>,
}

impl Speaker {
    pub(super) fn new(app: Arc<Served>, offered: Arc<Vec<Arc<Offered>>>) -> Self {
        Self {
            app,
            offered,
            level: Mutex::new(LoggingLevel::Info),
        }
    }

    fn of_role(&self, fits: impl Fn(McpRole) -> bool) -> impl Iterator<Item = &Arc<Offered>> {
        self.offered.iter().filter(move |it| fits(it.role))
    }

    fn resources(&self) -> impl Iterator<Item = (&Arc<Offered>, &'static str, String)> {
        self.offered.iter().filter_map(|it| match it.role {
            McpRole::Resource { uri, mime_type } => {
                Some((it, uri, mime_type.unwrap_or("text/plain").to_owned()))
            }
            _ => None,
        })
    }

    async fn start(
        &self,
        offered: &Arc<Offered>,
        arguments: Map<String, Value>,
        context: &Context,
    ) -> Result<Calling, Error> {
        Calling::start(&self.app, offered, arguments, who(context)).await
    }

    /// The results of a call that nobody follows on its way.
    async fn results(
        &self,
        offered: &Arc<Offered>,
        arguments: Map<String, Value>,
        context: &Context,
    ) -> Result<Vec<Value>, ErrorData> {
        let calling = self.start(offered, arguments, context).await;
        let mut calling = calling.map_err(|error| internal(&error))?;
        let end = tokio::select! {
            end = calling.end() => end,
            () = context.ct.cancelled() => return Err(cancelled()),
        };
        match end {
            Event::Completed(step) => Ok(content::structured(&step.values, &offered.results)),
            Event::Failed { failure, .. } => Err(internal(&calling.shown(&failure))),
            _ => Err(cancelled()),
        }
    }

    /// Passes a note for the person at the page on.
    async fn log(&self, alert: &Alert, context: &Context) {
        let level = match alert.level {
            Level::Info | Level::Success => LoggingLevel::Info,
            Level::Warning => LoggingLevel::Warning,
        };
        let least = *self.level.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = version(context).as_str() >= "2026-07-28";
        if is_new || (level as u8) < (least as u8) {
            return;
        }
        let note = LoggingMessageNotificationParam::new(level, alert.text.clone().into());
        // A client that is gone is told nothing more.
        let _ = context.peer.notify_logging_message(note).await;
    }

    async fn followed(
        &self,
        calling: &mut Calling,
        context: &Context,
    ) -> Result<Result<Arc<Step>, Error>, ErrorData> {
        let token = context.meta.get_progress_token();
        let mut steps = Steps::default();
        loop {
            let event = tokio::select! {
                event = calling.next() => event,
                () = context.ct.cancelled() => return Err(cancelled()),
            };
            if let (Some(token), Some(said)) = (&token, steps.tell(&event)) {
                let mut told = ProgressNotificationParam::new(token.clone(), said.progress);
                told.message = said.message;
                let _ = context.peer.notify_progress(told).await;
            }
            match event {
                Event::Alert(alert) => self.log(&alert, context).await,
                Event::Completed(step) => return Ok(Ok(step)),
                Event::Failed { failure, .. } => return Ok(Err(calling.shown(&failure))),
                Event::Cancelled => return Err(cancelled()),
                _ => {}
            }
        }
    }
}

/// The revision of the protocol that the client speaks.
fn version(context: &Context) -> String {
    context
        .protocol_version()
        .map_or_else(|| "2025-03-26".into(), |version| version.to_string())
}

/// What a function may learn of the request.
fn who(context: &Context) -> Arc<Facts> {
    let parts = context.extensions.get::<Parts>().cloned();
    let parts = parts.unwrap_or_else(|| axum::http::Request::new(()).into_parts().0);
    let line = parts.extensions.get::<Line>().map(|line| line.0.clone());
    let session = parts.headers.get(SESSION).and_then(|it| it.to_str().ok());
    // Apart from the sessions of pages, whose names clients make up.
    let session = line.as_deref().or(session).map(|id| format!("mcp-{id}"));
    facts(parts, session, EventData::default())
}

/// The tools that the address asks for: `?tools=a,b`.
fn chosen(context: &Context) -> Option<Vec<String>> {
    let parts = context.extensions.get::<Parts>()?;
    super::chosen(parts.uri.query()?)
}

fn failure(error: &Error) -> JsonObject {
    [("failure".to_owned(), error.failure())]
        .into_iter()
        .collect()
}

fn internal(error: &Error) -> ErrorData {
    let data = Value::Object(failure(error));
    match error.code() {
        "missing" | "surplus" | "invalid" | "refused" => {
            ErrorData::invalid_params(error.message.clone(), Some(data))
        }
        _ => ErrorData::internal_error(error.message.clone(), Some(data)),
    }
}

fn cancelled() -> ErrorData {
    ErrorData::internal_error("The call was cancelled.", None)
}

fn object(schema: &Value) -> Arc<JsonObject> {
    Arc::new(schema.as_object().cloned().unwrap_or_default())
}

impl ServerHandler for Speaker {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder()
            .enable_completions()
            .enable_logging()
            .enable_prompts()
            .enable_resources()
            .enable_tools()
            .build();
        let mut info = ServerConfig::new(capabilities);
        info.server_info = Implementation::new(&*self.app.title, env!("CARGO_PKG_VERSION"));
        let about = &self.app.description;
        info.instructions = (!about.is_empty()).then(|| about.clone());
        info
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        context: Context,
    ) -> Result<ListToolsResult, ErrorData> {
        let chosen = chosen(&context);
        let tools = self.of_role(|role| role == McpRole::Tool);
        let tools = tools.filter(|it| chosen.as_ref().is_none_or(|all| all.contains(&it.name)));
        let tools = tools.map(|it| {
            let mut tool = Tool::default();
            tool.name = it.name.clone().into();
            tool.description = Some(it.description.clone().into());
            tool.input_schema = object(&it.input);
            tool.output_schema = it.output.as_ref().map(object);
            tool
        });
        Ok(ListToolsResult::with_all_items(tools.collect()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: Context,
    ) -> Result<CallToolResponse, ErrorData> {
        let found = self
            .offered
            .iter()
            .find(|it| it.is_tool() && it.name == request.name);
        let Some(tool) = found else {
            let text = format!("Unknown tool for this app: {}", request.name);
            return Err(ErrorData::invalid_params(text, None));
        };
        let arguments = request.arguments.unwrap_or_default();
        let outcome = match self.start(tool, arguments, &context).await {
            Ok(mut calling) => self.followed(&mut calling, &context).await?,
            Err(error) => Err(error),
        };
        let result = match outcome {
            Ok(step) => {
                let values = content::structured(&step.values, &tool.results);
                let mut result = CallToolResult::success(blocks(&values, &version(&context)));
                let names = tool.results.iter().map(|(_, name)| name.clone());
                result.structured_content = tool
                    .output
                    .is_some()
                    .then(|| names.zip(values).collect::<Map<_, _>>().into());
                result
            }
            Err(error) => {
                let mut result = CallToolResult::error(vec![ContentBlock::text(&*error.message)]);
                result.meta = Some(MetaObject(failure(&error)));
                result
            }
        };
        Ok(result.into())
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListResourcesResult, ErrorData> {
        let all = self.resources().filter(|(_, uri, _)| !uri.contains('{'));
        let all = all.map(|(it, uri, mime_type)| {
            Resource::new(uri, &*it.name)
                .with_description(&*it.description)
                .with_mime_type(mime_type)
        });
        Ok(ListResourcesResult::with_all_items(all.collect()))
    }

    async fn list_resource_templates(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        let all = self.resources().filter(|(_, uri, _)| uri.contains('{'));
        let all = all.map(|(it, uri, mime_type)| {
            ResourceTemplate::new(uri, &*it.name)
                .with_description(&*it.description)
                .with_mime_type(mime_type)
        });
        Ok(ListResourceTemplatesResult::with_all_items(all.collect()))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        context: Context,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let uri = request.uri;
        let mut all = self.resources();
        let found = all
            .find_map(|(it, template, mime_type)| Some((it, matched(template, &uri)?, mime_type)));
        let Some((resource, named, mime_type)) = found else {
            let data = serde_json::json!({"uri": uri});
            let text = format!("Resource not found: {uri}");
            return Err(ErrorData::resource_not_found(text, Some(data)));
        };
        let arguments = named
            .into_iter()
            .map(|(name, text)| (name.to_owned(), read(resource.argument(name), &text)));
        let results = self
            .results(resource, arguments.collect(), &context)
            .await?;
        let contents = results.iter().flat_map(|it| contents(it, &uri, &mime_type));
        Ok(ReadResourceResult::new(contents.collect()).into())
    }

    async fn list_prompts(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListPromptsResult, ErrorData> {
        let all = self.of_role(|role| role == McpRole::Prompt).map(|it| {
            let arguments = it.taken.iter().map(|(name, _)| {
                let mut argument = PromptArgument::new(name).with_required(it.is_required(name));
                let about = it.argument(name)["description"].as_str();
                argument.description = about.map(str::to_owned);
                argument
            });
            Prompt::new(&*it.name, Some(&*it.description), Some(arguments.collect()))
        });
        Ok(ListPromptsResult::with_all_items(all.collect()))
    }

    async fn get_prompt(
        &self,
        request: GetPromptRequestParams,
        context: Context,
    ) -> Result<GetPromptResponse, ErrorData> {
        let mut all = self.of_role(|role| role == McpRole::Prompt);
        let Some(prompt) = all.find(|it| it.name == request.name) else {
            let text = format!("Unknown prompt: {}", request.name);
            return Err(ErrorData::invalid_params(text, None));
        };
        let given = request.arguments.unwrap_or_default();
        let arguments = given.into_iter().map(|(name, value)| {
            let value = match &value {
                Value::String(text) => read(prompt.argument(&name), text),
                _ => value,
            };
            (name, value)
        });
        let results = self.results(prompt, arguments.collect(), &context).await?;
        let messages = messages(&results, &version(&context));
        Ok(GetPromptResult::new(messages)
            .with_description(&*prompt.description)
            .into())
    }

    async fn complete(
        &self,
        request: CompleteRequestParams,
        _: Context,
    ) -> Result<CompleteResult, ErrorData> {
        let wanted = |it: &&Arc<Offered>| match (&request.r#ref, it.role) {
            (Reference::Prompt(prompt), McpRole::Prompt) => it.name == prompt.name,
            (Reference::Resource(resource), McpRole::Resource { uri, .. }) => uri == resource.uri,
            _ => false,
        };
        let found = self.offered.iter().find(wanted);
        let schema = found.map(|it| it.argument(&request.argument.name));
        let choices = schema.and_then(|schema| schema["enum"].as_array());
        let choices = choices.into_iter().flatten().filter_map(Value::as_str);
        let begun = choices.filter(|it| it.starts_with(&request.argument.value));
        let values = begun.take(CompletionInfo::MAX_VALUES).map(str::to_owned);
        let info = CompletionInfo::with_all_values(values.collect());
        info.map(CompleteResult::new)
            .map_err(|why| ErrorData::internal_error(why, None))
    }

    async fn set_level(&self, request: SetLevelRequestParams, _: Context) -> Result<(), ErrorData> {
        *self.level.lock().unwrap_or_else(PoisonError::into_inner) = request.level;
        Ok(())
    }
}
