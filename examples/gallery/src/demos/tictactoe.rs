//! A game on a table: whoever chooses an empty cell, takes it.

use vetrina::{page::ShowProgress, prelude::*};

type Board = Vec<Vec<String>>;

fn place(mut board: Board, turn: String, select: SelectData) -> (Board, String) {
    let (row, column) = select.index.two();
    if board[row][column].is_empty() {
        board[row][column].clone_from(&turn);
        let next = if turn == "X" { "O" } else { "X" };
        return (board, next.into());
    }
    (board, turn)
}

#[page]
fn tictactoe(ui: &mut Ui) {
    let turn = ui.add(Textbox::new().value("X").interactive(false).label("Turn"));
    let board = ui.add(Dataframe::new().value([[""; 3]; 3]).interactive(false));
    board
        .select(place, (&board, &turn), (&board, &turn))
        .show_progress(ShowProgress::Hidden)
        .show_api(false);
}
