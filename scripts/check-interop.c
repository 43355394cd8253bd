/* Asks libical whether each file is a calendar, and whether iTIP allows its contents. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *contents(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc((size_t)size + 1, 1);
  if (text && fread(text, 1, (size_t)size, file) != (size_t)size) {
    free(text);
    text = NULL;
  }
  fclose(file);
  return text;
}

/* libical leaves its errors in the component as X-LIC-ERROR. */
static int complaints(icalcomponent *component, const char *path) {
  int found = 0;
  icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
  for (; property; property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY), found++)
    printf("%s: %s\n", path, icalproperty_get_xlicerror(property));
  icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
  for (; inner; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    found += complaints(inner, path);
  return found;
}

int main(int count, char **paths) {
  int found = 0;
  for (int at = 1; at < count; at++) {
    char *text = contents(paths[at]);
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar) {
      printf("%s: no calendar\n", paths[at]);
      found++;
      continue;
    }
    int allowed = icalrestriction_check(calendar);
    int here = complaints(calendar, paths[at]);
    if (!allowed && here == 0) printf("%s: not what iTIP allows\n", paths[at]);
    found += here + (allowed ? 0 : 1);
    icalcomponent_free(calendar);
    free(text);
  }
  return found ? 1 : 0;
}
