import * as z from 'zod/mini'

import type { DeployedWorker } from '../deployed-worker.ts'

const Cast = z.object({
  k: z.string(),
  tokens: z.array(z.string()),
  feeds: z.array(z.string()),
  /** `mentor` is his place among the tokens. */
  pairings: z.array(z.object({ id: z.string(), mentor: z.number() })),
  /** Sessions that are over, whose logs are still open. */
  logged: z.array(z.object({ id: z.string(), mentor: z.number() })),
})

/** A programme whose people are signed in. */
export type LoadCast = z.infer<typeof Cast> & {
  readonly manager: string
  /** The cookie of each mentor. */
  readonly mentors: readonly string[]
}

export async function openLoadCast(deployed: DeployedWorker): Promise<LoadCast> {
  const cast = Cast.parse(JSON.parse((await deployed.ask('/bench/load-cast', '', {})).text))
  const mentors: string[] = []
  for (const token of cast.tokens) mentors.push(await deployed.signedIn(token))
  return { ...cast, mentors, manager: await deployed.signedIn(cast.k) }
}
