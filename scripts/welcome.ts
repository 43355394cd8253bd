import * as z from 'zod/mini'

const People = z.array(
  z.object({ name: z.string(), roles: z.array(z.string()), signIn: z.optional(z.nullable(z.string())) }),
)

/** One line for each person one can sign in as, with a link. While there is nobody: how to begin. */
export async function welcome(origin: string, claim: string): Promise<string> {
  const answer = await fetch(`${origin}/dev/people.json`)
  const people = answer.ok ? People.parse(await answer.json()) : []
  const lines = people.map(({ name, roles, signIn }) =>
    row(name, roles.join(', '), signIn ?? 'no sign-in: mail only'),
  )

  return [
    '',
    `Sotto is served at ${origin}`,
    `Mailbox, clock and cast: ${origin}/dev`,
    '',
    ...(lines.length > 0
      ? lines
      : [`  Nobody is here yet: claim the installation at ${origin}/claim`, `  The secret: ${claim}`]),
    '',
  ].join('\n')
}

function row(name: string, roles: string, link: string): string {
  return `  ${name.padEnd(24)} ${roles.padEnd(20)} ${link}`
}
