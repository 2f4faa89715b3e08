//! The addresses of resources: `notes://{name}` is one for every name.

use percent_encoding::percent_decode_str;

/// What stands for the names in braces, if `address` is one of `template`.
pub(super) fn matched<'t>(template: &'t str, address: &str) -> Option<Vec<(&'t str, String)>> {
    let mut found = Vec::new();
    let (mut template, mut rest) = (template, address);
    while let Some((before, after)) = template.split_once('{') {
        rest = rest.strip_prefix(before)?;
        let (name, after) = after.split_once('}')?;
        let until = after.split('{').next().unwrap_or_default();
        let end = if until.is_empty() {
            rest.len()
        } else {
            // What follows stands at the end, or as early as may be.
            let whole = !after.contains('{');
            let end = if whole {
                rest.rfind(until)
            } else {
                rest.find(until)
            };
            end?
        };
        let value = &rest[..end];
        if value.is_empty() || value.contains('/') {
            return None;
        }
        found.push((
            name,
            percent_decode_str(value).decode_utf8().ok()?.into_owned(),
        ));
        (template, rest) = (after, &rest[end..]);
    }
    (template == rest).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_from_addresses() {
        let names = |template, address| {
            matched(template, address)
                .map(|found| found.into_iter().map(|(_, it)| it).collect::<Vec<_>>())
        };
        assert_eq!(names("a://{x}", "a://J%C3%BCrg"), Some(vec!["Jürg".into()]));
        assert_eq!(
            names("a://{x}/of/{y}.txt", "a://1/of/2.txt.txt"),
            Some(vec!["1".into(), "2.txt".into()])
        );
        assert_eq!(names("a://note", "a://note"), Some(vec![]));
        for (template, address) in [
            ("a://{x}", "a://"),
            ("a://{x}", "a://1/2"),
            ("a://{x}", "b://1"),
            ("a://note", "a://notes"),
            ("a://{x}/y", "a://1/z"),
        ] {
            assert_eq!(names(template, address), None, "{address}");
        }
    }
}
