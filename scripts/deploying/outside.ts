import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import { root } from '../root.ts'
import { type Run, run } from '../run.ts'

/** What a deployment needs of the world around it; a test gives its own. */
export type Outside = {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where each deployment has a folder of its name. */
  readonly directory: string
  /** Null where nobody sits in front of it. */
  readonly ask: ((question: string) => Promise<string>) | null
  readonly say: (line: string) => void
  readonly ran: Run
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

export function thisMachine(): Outside {
  return {
    env: process.env,
    directory: join(root, 'deployments'),
    ask: process.stdin.isTTY ? askHere : null,
    say: (line) => console.log(line),
    ran: run,
    fetch: (url, init) => fetch(url, init),
    wait: async (ms) => {
      await sleep(ms)
    },
  }
}

async function askHere(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await line.question(question)
  } finally {
    line.close()
  }
}
