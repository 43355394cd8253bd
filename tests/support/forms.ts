import type { Answer, Client } from './client.ts'
import type { World } from './world.ts'

/** Submits a form as a page without script does. */
export function submitted(
  client: Client,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  return client.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
}

/** Presses a button on the page behind a link in a mail, as whoever holds the link. */
export async function pressed(
  { as }: World,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(address, 'https://sotto.example')
  return submitted(await as(null), pathname, { k: searchParams.get('k') ?? '', ...fields })
}
