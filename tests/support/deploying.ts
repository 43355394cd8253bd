import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { main as deploy } from '../../scripts/deploy.ts'
import type { Outside } from '../../scripts/deploying/outside.ts'
import { wranglerOf } from './recorded-cloudflare-wrangler.ts'
import { type Account, anAccount, serveAccount, TOKEN } from './recorded-cloudflare.ts'

export const ORIGIN = 'https://leadership.northwind.example'
/** What is typed at each question, in order. */
const TYPED = [ORIGIN, '', 'eu', '', '']

export async function deployed() {
  const table = await aTable(anAccount())
  await deploy([], table.outside)
  return table
}

/** Somebody at a terminal, in front of an account. */
export async function aTable(account: Account, typed: readonly string[] = TYPED) {
  const { url, close } = await serveAccount(account)
  const directory = await mkdtemp(join(tmpdir(), 'sotto-deploy-'))
  const [questions, said]: [string[], string[]] = [[], []]
  const outside: Outside = {
    env: { CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_API_BASE_URL: url },
    directory,
    ask: (question) => Promise.resolve(typed[questions.push(question) - 1] ?? ''),
    say: (line) => said.push(line),
    ran: wranglerOf(account),
    fetch: (asked, init) => fetch(asked, init),
    wait: () => Promise.resolve(),
  }
  return {
    account,
    questions,
    said,
    close,
    folder: join(directory, 'sotto'),
    outside: { ...outside, fetch: answeringHealth(outside, 200) },
  }
}

export function answeringHealth(outside: Outside, status: number): Outside['fetch'] {
  return (asked, init) =>
    asked === `${ORIGIN}/health` ? Promise.resolve(new Response('', { status })) : outside.fetch(asked, init)
}
