//! Models of things.

mod app {
    use vetrina::prelude::*;

    #[page]
    fn models(ui: &mut Ui) {
        let model = ui.add(Model3D::new().label("Model"));
        let count = ui.add(Number::new().label("Cleared").value(0));
        let seen = ui.add(Model3D::new().label("Seen"));
        model.upload(keep, &model, &seen);
        model.clear(|n: u32| n + 1, &count, &count);
    }

    #[endpoint(output = Model3D::new())]
    fn keep(#[input(Model3D::new())] model: FileData) -> FileData {
        model
    }
}
