export { Component as default } from "vetrina";
