import { FRESH_LINK_MS, LASTS } from '../../worker/domain/sign-in/lasts.ts'
import { DAY, HOUR } from '../../worker/domain/time/time.ts'
import type { Built } from './built.ts'
import { code, blank } from './markdown.ts'
import { measureLines } from './measures.ts'
import { fileOf } from './page-names.ts'
import { describedRoutes } from './route-purposes.ts'
import type { Answer } from './security.ts'
import type { MappedTable } from './tables.ts'
import { sealedColumns, wordsInClear } from './words-in-clear.ts'

/** Where the data lives, and how it is kept. */
export function aboutData(tables: readonly MappedTable[]): readonly Answer[] {
  return [
    {
      asked: 'What is it, and where does the data live?',
      said: [
        'One Cloudflare Worker with one D1 database (SQLite), in your own Cloudflare account (`wrangler.toml`). There is no other server, no cache with personal data, no data warehouse.',
        'The database lives where it was made to live: `npm run deploy` asks for it, and `--jurisdiction eu` restricts it to the European Union, for good. ' +
          blank('chosen'),
        'A request is handled in Cloudflare’s network, by `[placement]` near the database.',
      ],
    },
    {
      asked: 'Tenancy',
      said: [
        'One installation for one organisation. Programmes in it are apart: a manager sees hers and no other (`tests/http/two-programmes.test.ts`). There is no shared service and no other customer.',
      ],
    },
    {
      asked: 'Encryption in flight',
      said: [
        'HTTPS only, with HSTS for two years (`worker/http/middleware/headers.ts`).',
        'Mail to a relay of yours over TLS always (`worker/delivery/mailer/smtp-open.ts`). From server to server mail is encrypted as far as both sides offer it, as all mail.',
      ],
    },
    {
      asked: 'Encryption at rest',
      said: [
        'The provider encrypts all of D1.',
        `Sotto itself seals ${sealedColumns(tables).join(', ')}: AES-256-GCM, a random IV each, bound to table, row and column (\`worker/sealing.ts\`, \`docs/decisions/0119-sealed-at-rest.md\`); forms that wait for a sign-in by a key made of \`SECRET\`, for a day.`,
        `In clear stand names, addresses, dates, codes, and these words of people: ${wordsInClear(tables).join(', ')}.`,
        'Secrets of links and sign-ins are stored as SHA-256 only.',
      ],
    },
    {
      asked: 'Classification, and personal data',
      said: [
        'Names, business addresses, dates, who is taught by whom, what was agreed. No payment, health or identity documents. Treat it as confidential: that somebody takes part is the secret.',
        `${tables.length} tables, column by column in ${code(fileOf('map'))}.`,
      ],
    },
    {
      asked: 'Retention and deletion',
      said: [
        'One table rules it, and jobs take their days from it (`worker/domain/clock/retention.ts`, `docs/operating.md`). A column without a rule fails a test.',
        'One person: a manager, who confirms on a page, or `npm run erase` (`worker/actions/people/erase.ts`). A whole programme: closing it, then the purge.',
        'The end of use: delete Worker, database, mail routing and backups; take out first what you need (CSV).',
      ],
    },
  ]
}

/** Who gets in, and how. */
export function aboutAccess(built: Built): readonly Answer[] {
  const all = describedRoutes()
  return [
    {
      asked: 'Authentication',
      said: [
        `No passwords. A mailed link signs in, once, within ten minutes; the sign-in ends after ${LASTS.other.mostMs / HOUR} hours, on a device that is kept signed in after ${LASTS.trusted.mostMs / DAY} days or ${LASTS.trusted.idleMs / DAY} without a visit (\`worker/domain/sign-in/lasts.ts\`). The cookie is \`__Host-\`, HttpOnly, Secure, SameSite.`,
        'So it is as strong as the mailbox: a second factor there is a second factor here. A second factor of its own: not yet.',
        'Single sign-on (SAML, OpenID Connect): not built. A proxy that signs people in (such as Cloudflare Access) can stand in front of the pages of those who sign in; links in mails to executives and the address of calendars must stay open, or they do not work.',
        `What leaves the house, lets somebody in or cannot be taken back asks for a link that was used within ${FRESH_LINK_MS / HOUR} hours (\`worker/http/way-back/fresh-link.ts\`).`,
        'Executives and assistants answer by links in mails: one reader, one thing, an end, and none after a replacement (`worker/domain/people/capability.ts`).',
      ],
    },
    {
      asked: 'Authorisation, and roles',
      said: [
        `${all.length} routes, each with who may ask (\`worker/http/routes.ts\`, ${code(fileOf('routes'))}); each object is loaded through whoever asks.`,
        ...measureLines('en', ['table', 'notThere']),
        'Joiners, movers, leavers: a last day ends membership, sign-ins, links and calendars (`docs/decisions/0083-somebody-leaves.md`). Provisioning by SCIM: not built; lists come in as CSV.',
      ],
    },
    {
      asked: 'Access by the vendor or its support',
      said: [
        'None. There is no vendor account, no telemetry, no call home, no remote support. The licence is MIT; the code is in your hands.',
        'Your own operators with the Cloudflare account can read the database, and with the secrets also what is sealed: ' +
          blank('who, second factor, how it is reviewed'),
      ],
    },
    {
      asked: 'Keys for programs',
      said: [
        built.hasTable(/api_keys|^keys$/)
          ? 'There are keys for programs; see `docs/contract.md`.'
          : 'Not yet: the API is used with a manager’s sign-in. There are no long-lived keys that could leak.',
      ],
    },
    {
      asked: 'Secrets and keys',
      said: [
        '`SECRET` signs links and cookies, `SEALING_KEYS` seal words; both are secrets of the Worker and never in the repository. Production refuses to start with a weak or missing one (`worker/settings.ts`).',
        built.hasCommand('rotate-keys')
          ? 'Sealing keys are changed by a command, without a stop (`docs/operating.md`).'
          : 'Changing sealing keys: not yet.',
        built.hasCommand('rotate-secret')
          ? '`SECRET` holds two values while it is changed: what was sent before stays valid until the old one is taken away. One command ends all that a stolen one could have made (`docs/operating.md`).'
          : 'Changing `SECRET` ends all sign-ins at once, and links are ended in the database (`docs/operating.md`); changing it without that: not yet.',
      ],
    },
  ]
}
