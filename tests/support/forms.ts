import type { Answer, Client } from './client.ts'

/** Submits a form as a page without script does. */
export function submitted(
  client: Client,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  return client.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
}
