//! A long text with headings to link to, tables and code.

use vetrina::prelude::*;

const TEXT: &str = r#"
# The shop window
## _A text with everything in it_

This is some `inline code`, it is good. So are **bold**, _slanted_ and ~~crossed out~~ words,
and a [link](https://example.org "a page of examples").

- Type some Markdown
- See it on the page
  - with a list in a list
- [x] and a task that is done
- [ ] and one that is not

> [!NOTE]
> Markup that could do harm is left out.

## Quotes

> The overriding design goal for formatting syntax is to make it as readable as possible.

## Tables

| Fruit  | Colour | Pieces |
| :----- | :----: | -----: |
| Apple  |  red   |     12 |
| Lemon  | yellow |      7 |
| Plum   |  blue  |    120 |

## Code

```rust
/// Greets somebody.
#[endpoint]
fn greet(name: String) -> String {
    format!("Hello, {name}!") // nothing else
}
```

```python
from gradio_client import Client

client = Client("http://127.0.0.1:7860")
print(client.predict("Ada", api_name="/greet"))
```

#### Small headings

Text with a note.[^1]

$$\sum_{k=1}^{n} k = \frac{n(n+1)}{2}$$

[^1]: And this is the note.
"#;

#[page]
fn markdown_example(ui: &mut Ui) {
    ui.add(Markdown::new().value(TEXT).header_links(true).height(400));
}
