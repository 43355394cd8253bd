import { MAX_FIELD_CHARACTERS } from '../../domain/limits.ts'
import type { AppContext } from '../context.ts'

/** The first 20 kB of a field is all that is read; control characters but line breaks are not text. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A form's fields, each once; files are no fields. */
export async function fieldsOf(c: AppContext): Promise<Readonly<Record<string, string | undefined>>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, MAX_FIELD_CHARACTERS).replaceAll(CONTROL, '')]] : [],
    ),
  )
}

/** Of several fields of one name, all. */
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

/** What was typed, for the page that asks again. */
export function stringsOf(
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
