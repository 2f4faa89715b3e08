use super::*;

#[test]
fn the_hash_is_the_published_one() {
    assert_eq!(hash_of(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(hash_of(b"foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn an_address_leads_to_its_file() {
    let assets = Assets::load();
    let url = assets.url("core/app.js");
    let asset = assets.get(url.strip_prefix(FOLDER).unwrap()).unwrap();
    assert_eq!(asset.content_type(), "text/javascript; charset=utf-8");
    assert_eq!(asset.bytes(), assets.file("core/app.js").unwrap().bytes());
    assert!(asset.cache_control().contains("immutable"));
    assert!(
        assets.get("core/app.js").is_none(),
        "only hashed names may be kept for a year"
    );
}

#[test]
fn all_parts_are_joined_and_none_is_served_alone() {
    let assets = Assets::load();
    for part in PAGE_STYLE_PARTS {
        assert!(assets.file(part).is_none(), "{part} is in two files");
        assert!(
            FILES.iter().any(|(path, _)| path == part),
            "{part} is not in the table"
        );
    }
}

#[test]
fn import_maps_are_relative() {
    let assets = Assets::load();
    for (prefix, root) in [("", "./"), ("../", "../")] {
        let map: serde_json::Value = serde_json::from_str(
            assets
                .import_map(prefix, &["core/app.js", "core/vetrina.js"])
                .json(),
        )
        .unwrap();
        let target = map["imports"][format!("{root}assets/core/app.js")]
            .as_str()
            .unwrap();
        assert_eq!(target, format!("{root}{}", assets.url("core/app.js")));
        assert!(
            map["imports"]["vetrina"]
                .as_str()
                .unwrap()
                .starts_with(root)
        );
    }
    assert_ne!(
        assets.import_map("", &["core/app.js"]).csp_source(),
        assets.import_map("../", &["core/app.js"]).csp_source()
    );
}

#[cfg(debug_assertions)]
#[test]
fn an_edited_file_takes_the_place_of_the_built_one() {
    let assets = Assets::load();
    assert!(assets.may_be_kept());
    let edited = assets.with(vec![("core/theme.js".into(), "edited()".into())]);
    assert!(!edited.may_be_kept());
    let theme = edited.file("core/theme.js").expect("it is there");
    assert_eq!(&theme.bytes()[..], b"edited()");
    assert_eq!(theme.cache_control(), NOT_KEPT);
    assert_ne!(edited.url("core/theme.js"), assets.url("core/theme.js"));
    assert_eq!(edited.url("core/app.js"), assets.url("core/app.js"));
}

#[test]
fn a_module_brings_what_it_imports() {
    let assets = Assets::load();
    let needed = assets.needed(&["components/html.js"]);
    assert!(needed.contains(&"components/markdown.js"), "{needed:?}");
    assert!(needed.contains(&"core/component.js"), "{needed:?}");
    assert!(!needed.contains(&"components/slider.js"), "{needed:?}");
}

#[test]
fn whatever_is_imported_exists() {
    let assets = Assets::load();
    for asset in &assets.files {
        for import in asset.imports() {
            assert!(
                assets.file(&import.path).is_some(),
                "{}: {}",
                asset.path,
                import.path
            );
        }
    }
}
