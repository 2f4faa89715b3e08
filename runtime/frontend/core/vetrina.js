/** What authors import as "vetrina". */
export * from "./component.js";
export { accepted, bytes, dropArea, dropsOn, fileName, fileUrl, fits, saveLink, upload } from "./files.js";
