//! Things to do: a row each, with its own buttons.

use vetrina::{components::ButtonVariant, prelude::*};

#[derive(Clone, PartialEq)]
struct Task {
    name: String,
    complete: bool,
}

fn add_task(mut tasks: Vec<Task>, name: String) -> (Vec<Task>, &'static str) {
    tasks.push(Task { name, complete: false });
    (tasks, "")
}

#[page]
fn todo_list(ui: &mut Ui) {
    let tasks = ui.state(Vec::<Task>::new());
    let new_task = ui.add(Textbox::new().label("Task Name").autofocus(true).max_lines(1));
    new_task.submit(add_task, (&tasks, &new_task), (&tasks, &new_task)).show_api(false);

    let kept = tasks.clone();
    ui.render(&tasks, move |ui: &mut Ui, tasks: Vec<Task>| {
        let (complete, incomplete): (Vec<_>, Vec<_>) =
            tasks.into_iter().enumerate().partition(|(_, task)| task.complete);
        let line = |name| Textbox::new().value(name).show_label(false).container(false);

        ui.markdown(format!("### Incomplete Tasks ({})", incomplete.len()));
        for (i, task) in incomplete {
            ui.row(|ui| {
                ui.add(line(task.name));
                let done = move |mut tasks: Vec<Task>| {
                    tasks[i].complete = true;
                    tasks
                };
                ui.add(Button::new("Done").scale(0)).click(done, &kept, &kept);
                let delete = move |mut tasks: Vec<Task>| {
                    tasks.remove(i);
                    tasks
                };
                let button = Button::new("Delete").scale(0).variant(ButtonVariant::Stop);
                ui.add(button).click(delete, &kept, &kept);
            });
        }

        ui.markdown(format!("### Complete Tasks ({})", complete.len()));
        for (_, task) in complete {
            ui.add(line(task.name));
        }
    });
}
