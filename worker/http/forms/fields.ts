import { MAX_FIELD_CHARACTERS } from '../../domain/limits.ts'
import type { AppContext } from '../context.ts'

/** Removed from every field: control characters other than tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- the pattern matches control characters
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** The fields of a form, one value per name; files are dropped. */
export async function fieldsOf(c: AppContext): Promise<Readonly<Record<string, string | undefined>>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, MAX_FIELD_CHARACTERS).replaceAll(CONTROL, '')]] : [],
    ),
  )
}

/** The fields of a form, with all values of each name. */
export async function allFieldsOf(c: AppContext): Promise<Readonly<Record<string, readonly string[]>>> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      [value]
        .flat()
        .flatMap((each) =>
          typeof each === 'string' ? [each.slice(0, MAX_FIELD_CHARACTERS).replaceAll(CONTROL, '')] : [],
        ),
    ]),
  )
}

/** What was typed, to fill in the form again. */
export function stringsOf(
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
