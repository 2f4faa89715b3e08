//! A film of one dot and one second, for whoever tries the API.

/// One black dot, as a picture of VP8.
const DOT: [u8; 24] = [
    0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a, 0x01, 0x00, 0x01, 0x00, 0x03, 0x00, 0x34, 0x25, 0xa4, 0x00,
    0x03, 0x70, 0x00, 0xfe, 0xfb, 0x94, 0x00, 0x00,
];

/// A whole film in the format `WebM`.
pub(super) fn film() -> Vec<u8> {
    let head = [
        element(&[0x42, 0x82], b"webm"),
        element(&[0x42, 0x87], &[2]),
        element(&[0x42, 0x85], &[2]),
    ];
    let info = [
        element(&[0x44, 0x89], &1000_f32.to_be_bytes()),
        element(&[0x4d, 0x80], b"vetrina"),
        element(&[0x57, 0x41], b"vetrina"),
    ];
    let size = [element(&[0xb0], &[1]), element(&[0xba], &[1])];
    let track = [
        element(&[0xd7], &[1]),
        element(&[0x73, 0xc5], &[1]),
        element(&[0x83], &[1]),
        element(&[0x86], b"V_VP8"),
        element(&[0xe0], &size.concat()),
    ];
    let picture = |millis: u16| {
        let mut block = vec![0x81];
        block.extend(millis.to_be_bytes());
        block.push(0x80);
        block.extend(DOT);
        element(&[0xa3], &block)
    };
    let pictures = [
        element(&[0xe7], &[0]),
        picture(0),
        picture(500),
        picture(999),
    ];
    let segment = [
        element(&[0x15, 0x49, 0xa9, 0x66], &info.concat()),
        element(
            &[0x16, 0x54, 0xae, 0x6b],
            &element(&[0xae], &track.concat()),
        ),
        element(&[0x1f, 0x43, 0xb6, 0x75], &pictures.concat()),
    ];
    [
        element(&[0x1a, 0x45, 0xdf, 0xa3], &head.concat()),
        element(&[0x18, 0x53, 0x80, 0x67], &segment.concat()),
    ]
    .concat()
}

/// A name, a length and what is inside: all that the format is made of.
fn element(name: &[u8], inside: &[u8]) -> Vec<u8> {
    let length = u32::try_from(inside.len()).unwrap_or_default() | 0x1000_0000;
    [name, &length.to_be_bytes(), inside].concat()
}
