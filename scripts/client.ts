import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

import { clientText, type Description } from './client/client-text.ts'

const USAGE = `npm run client -- ORIGIN FILE.ts writes a typed client of the API that is served there.`

/** Reads the description of a running installation, and writes a client of it. */
export async function main([origin, file, ...more]: readonly string[]): Promise<void> {
  if (!origin || !file || more.length > 0) throw new Error(USAGE)
  const answer = await fetch(new URL('/api/v1/openapi.json', origin))
  if (!answer.ok) throw new Error(`${origin} answers ${answer.status}.`)
  const description: Description = JSON.parse(await answer.text())
  await writeFile(file, clientText(description))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
