import { code, page, table } from './markdown.ts'
import { describedRoutes } from './route-purposes.ts'
import { lettersTable } from './sections.ts'

/** All that leaves as mail, and every route. */
export function lettersAndRoutes(state: string): string {
  const all = describedRoutes()
  return page(
    '# Letters and routes',
    `> ${state}. A mail or a route that is not here does not exist: both lists are the code’s own.`,
    '## Letters',
    lettersTable('en'),
    'How many of them an executive gets at most stands in `docs/product.md`. What each says is checked for telling words before it leaves.',
    '## Routes',
    `${all.length} routes. “Anyone” needs no proof and reads nothing of anybody; “link” is a secret from a mail, for one reader and one thing; “member” is anybody who is signed in. A role alone opens no object: it is loaded through whoever asks, and what is not his answers like what is not there. *Logged*: the look is written into the log of access. *Young link*: asks for a sign-in whose link was used within twelve hours, always or where it lets somebody else in.`,
    table(
      ['route', 'who may', 'what for', 'changes', 'logged', 'young link'],
      all.map(({ method, path, actors, purpose, isLogged, asksFreshLink }) => [
        code(`${method} ${path}`),
        actors.join(', '),
        purpose,
        yes(method !== 'GET'),
        yes(isLogged),
        yes(asksFreshLink),
      ]),
    ),
    'Besides these: mail that comes in at the reply domain (`worker/delivery/in/receive.ts`), the clock (`worker/jobs/jobs.ts`), and bounces that the mail service reports.',
  )
}

function yes(is: boolean): string {
  return is ? 'yes' : '–'
}
