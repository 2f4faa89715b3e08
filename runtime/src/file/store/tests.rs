use super::*;

fn store() -> Store {
    let root =
        std::env::temp_dir().join(format!("vetrina-test-{}", hex(&rand::random::<[u8; 8]>())));
    Store::at(&root).expect("a folder can be made")
}

fn keep(store: &Store, name: &str, bytes: &[u8]) -> Kept {
    let mut incoming = store.begin().expect("a file can be made");
    incoming.write_all(bytes).expect("it can be written");
    incoming.finish(name).expect("it can be kept")
}

fn gone(store: &Store) {
    fs::remove_dir_all(&store.root).expect("the folder was there");
}

#[test]
fn equal_bytes_are_kept_once() {
    let store = store();
    let (one, two) = (
        keep(&store, "a.txt", b"same"),
        keep(&store, "a.txt", b"same"),
    );
    assert_eq!(one.key, two.key);
    assert_ne!(keep(&store, "a.txt", b"other").key, one.key);
    let renamed = keep(&store, "b.txt", b"same");
    assert_eq!(
        renamed.key.split_once('/').unwrap().0,
        one.key.split_once('/').unwrap().0
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let inode = |path: &Path| fs::metadata(path).unwrap().ino();
        assert_eq!(inode(&renamed.path), inode(&one.path));
    }
    assert_eq!(
        fs::read_dir(store.root.join("incoming")).unwrap().count(),
        0
    );
    gone(&store);
}

#[test]
fn only_what_was_handed_out_is_found() {
    let store = store();
    let kept = keep(&store, "a.txt", b"bytes");
    assert_eq!(store.find(&kept.key), Some(kept.path));
    let hash = kept.key.split_once('/').unwrap().0;
    for key in [
        "secret".to_owned(),
        "/etc/passwd".into(),
        format!("{hash}/../secret"),
        format!("{hash}/"),
        format!("{hash}/b.txt"),
        format!("{hash}//a.txt"),
        format!("{}/a.txt", hash.to_uppercase()),
        format!("{}/a.txt", "0".repeat(64)),
    ] {
        assert_eq!(store.find(&key), None, "{key}");
    }
    gone(&store);
}

#[test]
fn the_hash_depends_on_the_installation() {
    let (here, there) = (store(), store());
    assert_ne!(keep(&here, "a", b"x").key, keep(&there, "a", b"x").key);
    let again = Store::at(&here.root).unwrap();
    assert_eq!(keep(&here, "a", b"x").key, keep(&again, "a", b"x").key);
    gone(&here);
    gone(&there);
}

#[test]
fn an_abandoned_file_leaves_nothing() {
    let store = store();
    let mut incoming = store.begin().unwrap();
    incoming.write_all(b"half").unwrap();
    drop(incoming);
    assert_eq!(
        fs::read_dir(store.root.join("incoming")).unwrap().count(),
        0
    );
    gone(&store);
}

#[test]
fn the_old_goes_and_the_pinned_stays() {
    let store = store();
    let (old, pinned) = (keep(&store, "a", b"old"), keep(&store, "b", b"pinned"));
    store.pin(&pinned.key);
    assert_eq!(store.sweep(Duration::from_secs(60)).unwrap(), 0);
    assert_eq!(store.sweep(Duration::ZERO).unwrap(), 1);
    assert_eq!(store.find(&old.key), None);
    assert!(store.find(&pinned.key).is_some());
    gone(&store);
}
