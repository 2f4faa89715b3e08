use std::time::{Duration, SystemTime};

use jiff::civil;

use super::super::testing::{assert_props, example, read, shown};
use super::*;
use crate::component::AnyComponent;

fn paris() -> DateTime {
    DateTime::new().timezone("Europe/Paris")
}

#[test]
fn props_are_those_of_the_protocol() {
    let own = json!({"include_time": true, "type": "timestamp", "container": null});
    assert_props(&DateTime::new(), own);
    let own = json!({
        "include_time": false, "type": "timestamp", "timezone": "Europe/Paris",
        "value": "2000-02-22", "container": null,
    });
    assert_props(&paris().value("2000-02-22").include_time(false), own);
}

#[test]
fn moments_stand_on_the_clock_of_the_field() {
    let text = "\"2020-10-10 05:01:01\"";
    assert_eq!(read::<f64>(&paris(), text), Ok(1_602_298_861.0));
    let since = SystemTime::UNIX_EPOCH + Duration::from_secs(1_602_298_861);
    assert_eq!(read::<SystemTime>(&paris(), text), Ok(since));
    assert_eq!(shown(&paris(), since), json!("2020-10-10 05:01:01"));
    assert_eq!(
        shown(&paris(), 1_602_298_861.4),
        json!("2020-10-10 05:01:01")
    );
    let date = civil::date(2020, 10, 10);
    assert_eq!(
        read::<civil::DateTime>(&paris(), text),
        Ok(date.at(5, 1, 1, 0))
    );
    let days = paris().include_time(false);
    assert_eq!(read::<civil::Date>(&days, "\"2020-10-10\""), Ok(date));
    assert_eq!(shown(&days, date), json!("2020-10-10"));
    assert_eq!(shown(&days, None::<f64>), json!(null));
}

#[test]
fn texts_stay_as_they_were_typed() {
    assert_eq!(
        example::<String>(&DateTime::new()),
        Ok("2020-10-01 05:20:15".into())
    );
    let days = DateTime::new().include_time(false);
    assert_eq!(example::<String>(&days), Ok("2020-10-01".into()));
    assert_eq!(read::<Option<String>>(&days, "\"\""), Ok(None));
    assert_eq!(read::<String>(&days, "null"), Ok(String::new()));
    assert_eq!(shown(&days, "2020-10-01"), json!("2020-10-01"));
}

#[test]
fn now_counts_from_the_moment_of_the_call() {
    let field = DateTime::new();
    for (text, ago) in [
        ("now", 0.0),
        (" now - 5m", 300.0),
        ("now-2h ", 7200.0),
        ("now - 1 d", 86_400.0),
    ] {
        let before = read::<f64>(&field, "\"now\"").unwrap();
        let moment = read::<f64>(&field, &json!(text).to_string()).unwrap();
        assert!((before - moment - ago).abs() < 5.0, "{text}");
        let written = read::<String>(&field, &json!(text).to_string()).unwrap();
        assert_eq!(written.len(), 19, "{text} gives {written}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    let field = DateTime::new();
    for text in [
        "2020-05-01",
        "2020-05-01xxx",
        "2020-13-01 00:00:00",
        "2020-02-30 00:00:00",
        "now + 5m",
        "now - 5y",
        "now -",
        "nowhere",
        "now - -5m",
        "now - 99999999999999999999s",
        "1.1.2020",
    ] {
        let why = format!("{text:?} is no date: write YYYY-MM-DD HH:MM:SS, or \"now - 5m\"");
        assert_eq!(read::<String>(&field, &json!(text).to_string()), Err(why));
    }
    assert_eq!(
        read::<f64>(&field, "null"),
        Err("a date is needed here, and the field is empty".into())
    );
}

#[test]
fn what_the_author_got_wrong_is_told_at_start() {
    assert_eq!(paris().errors(), [""; 0]);
    assert_eq!(
        DateTime::new().timezone("Mars/Base").errors(),
        ["there is no time zone \"Mars/Base\": write it like \"Europe/Paris\""]
    );
    let why = "the initial value does not fit: \"soon\" is no date: write YYYY-MM-DD HH:MM:SS, or \"now - 5m\"";
    assert_eq!(DateTime::new().value("soon").errors(), [why]);
}
