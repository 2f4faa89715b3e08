/** The shapes that travel between the server and the page. Never served. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a component is given: its constructor's arguments, under their wire names. */
export type Props = { [name: string]: any };

/** A file, as functions take and give it. */
export interface FileValue {
    /** By which the server knows it. */
    path: string;
    url?: string | null;
    size?: number | null;
    orig_name?: string | null;
    mime_type?: string | null;
    is_stream?: boolean;
    meta?: { _type: "gradio.FileData" };
}

export interface ComponentConfig {
    id: number;
    type: string;
    props: Props;
}

/** What happens when, on the wire. Keys that say nothing (null, false, []) are left out by the server. */
export interface Dependency {
    id: number;
    targets?: [number | null, string][];
    inputs?: number[];
    outputs?: number[];
    backend_fn?: boolean;
    queue?: boolean;
    api_name?: string;
    scroll_to_output?: boolean;
    show_progress?: "full" | "minimal" | "hidden";
    show_progress_on?: number[];
    cancels?: number[];
    collects_event_data?: boolean;
    trigger_after?: number;
    trigger_only_on_success?: boolean;
    trigger_only_on_failure?: boolean;
    trigger_mode?: "once" | "multiple" | "always_last";
    client_action?: "clear" | "empty";
    /** Seconds between two pieces at least, for those whose inputs come in pieces. */
    stream_every?: number;
    /** The module of a script that runs before the function, or in its place. */
    js?: string;
    /** The part of the page that its function draws. */
    render_id?: number;
    /** The part of the page whose function wired it. */
    rendered_in?: number;
}

/** A part of the page, newly drawn. Addresses are seen from the root of the app. */
export interface PartConfig {
    render_id: number;
    /** The block it stands in. */
    container: number;
    html: string;
    components: ComponentConfig[];
    dependencies: Dependency[];
    modules: { [type: string]: string };
    sheets: string[];
}

export interface PageConfig {
    /** From the page to the root of the app: "" or "../". */
    base: string;
    /** Kind of component → its module, relative to the page. */
    modules: { [type: string]: string };
    app_id: number;
    connect_heartbeat: boolean | null;
    /** The page's words in the visitor's language, by the English ones. */
    words?: { [english: string]: string };
    /** The app's own texts in it, by their keys. */
    texts?: { [key: string]: string };
    /** In bytes; null for any size. */
    max_file_size: number | null;
    components: ComponentConfig[];
    dependencies: Dependency[];
    /** Modules whose functions run when the page is there. */
    scripts: string[];
}

/** Components that the server draws for a page that is already there. */
export interface Alone {
    /** Of each. */
    html: string[];
    /** Kind of component → its module. */
    modules: { [type: string]: string };
    /** Their style sheets. */
    sheets: string[];
}

/** The body of a call. */
export interface Call {
    data: Json[];
    fn_index: number;
    session_hash: string;
    event_data: Json;
    trigger_id: number | null;
}

/** What went wrong, as the server says it. */
export interface Failure {
    error?: string | null;
    title?: string | null;
    /** Seconds; null: until it is closed. */
    duration?: number | null;
    visible?: boolean;
}

/** One refused argument. */
export interface Refusal {
    loc?: (string | number)[];
    parameter_name?: string;
    msg?: string;
    message?: string;
    is_valid?: boolean;
}

export interface ProgressUnit {
    index: number | null;
    length: number | null;
    unit: string | null;
    progress: number | null;
    desc: string | null;
}

export interface Output {
    data?: Json[];
    duration?: number;
    changed_state_ids?: number[];
    render_config?: PartConfig | null;
    /** "full" when an equal call had been answered before. */
    used_cache?: "full" | "partial" | null;
}

export type Edit = ["replace" | "append" | "add" | "delete", (string | number)[], any];

export type Message =
    | { msg: "estimation"; event_id: string; rank: number; queue_size: number; rank_eta: number | null }
    | { msg: "process_starts"; event_id: string; eta: number | null }
    | { msg: "progress"; event_id: string; progress_data: ProgressUnit[] }
    | { msg: "log"; event_id: string; log: string; level: string; title: string; duration: number | null; visible: boolean }
    | { msg: "process_generating"; event_id: string; output: Output & Failure; success: boolean }
    | { msg: "process_streaming"; event_id: string; output: Output; success: boolean; time_limit: number | null }
    | { msg: "process_completed"; event_id: string; output: Output & Failure; success: boolean; title?: string | null }
    | { msg: "unexpected_error"; event_id: string | null; message: string | null; session_not_found?: boolean }
    | { msg: "heartbeat"; event_id: null }
    | { msg: "close_stream"; event_id: null };

/** What a custom element says to the page: `new CustomEvent("vetrina", { bubbles: true, detail })`. */
export interface Told {
    event: string;
    data?: Json;
    /** Where it happened, if that is not the element itself. */
    component?: number;
}

declare global {
    /** Known only to the thread that plays sound. */
    class AudioWorkletProcessor {
        readonly port: MessagePort;
    }
    function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
    interface GlobalEventHandlersEventMap {
        vetrina: CustomEvent<Told>;
    }
}
