"""Asks one of two readers, python-icalendar or vobject, for what stands in each file: `check-interop.py READER FILE…`."""

import json
import sys


def with_icalendar(text):
    from icalendar import Calendar

    calendar = Calendar.from_ical(text)
    events = [event for event in calendar.walk("VEVENT") if "DTSTART" in event]
    errors = [str(error) for event in [calendar, *calendar.walk()] for error in event.errors]
    return errors, [(str(event["UID"]), str(event["SUMMARY"]), event["DTSTART"].dt.isoformat()) for event in events]


def with_vobject(text):
    import vobject

    calendar = vobject.readOne(text, validate=True)
    events = [event for event in getattr(calendar, "vevent_list", []) if hasattr(event, "dtstart")]
    return [], [(event.uid.value, event.summary.value, event.dtstart.value.isoformat()) for event in events]


READERS = {"icalendar": with_icalendar, "vobject": with_vobject}


def complaints(reader, path):
    with open(path, encoding="utf-8", newline="") as file, open(f"{path}.json", encoding="utf-8") as expected:
        try:
            errors, events = READERS[reader](file.read())
        except Exception as error:
            return [f"{type(error).__name__}: {error}"]
        wanted = [tuple(event) for event in json.load(expected)]
        return errors + ([] if events == wanted else [f"read {events} for {wanted}"])


found = [f"{path}: {complaint}" for path in sys.argv[2:] for complaint in complaints(sys.argv[1], path)]
print("\n".join(found))
sys.exit(1 if found else 0)
