// Stands in for Plotly, which an app has when it was built with the feature `plotly`.
export {};
