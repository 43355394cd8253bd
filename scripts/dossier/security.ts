import { KEPT_MS } from '../../worker/domain/clock/retention.ts'
import { FRESH_LINK_MS, LASTS } from '../../worker/domain/sign-in/lasts.ts'
import { DAY, HOUR } from '../../worker/domain/time/time.ts'
import type { Built } from './built.ts'
import { doorways } from './doors.ts'
import { blank, list, page } from './markdown.ts'
import { measureLines } from './measures.ts'
import { usesRelay } from './processors.ts'
import { processorsTable } from './record.ts'
import type { MappedTable } from './tables.ts'
import { sealedColumns, wordsInClear } from './words-in-clear.ts'

type Answer = { readonly asked: string; readonly said: readonly string[] }

/** What a security officer asks of a supplier, answered from the code, with “not yet” where it is so. */
export function securityPage(state: string, tables: readonly MappedTable[], built: Built): string {
  return page(
    '# Answers to the usual questions of a security officer',
    `> ${state}. Answers name the file where it can be looked up; *not yet* means that it is not built. Blanks are yours: Sotto is software that your organisation runs, so part of each answer is about you.`,
    ...[
      ...aboutData(tables),
      ...aboutAccess(built),
      ...aboutMail(),
      ...aboutRunning(built),
      ...aboutMaking(built),
    ].flatMap(({ asked, said }, index) => [`## ${index + 1}. ${asked}`, list(said)]),
    '## Who else gets data',
    processorsTable('en'),
  )
}

function aboutData(tables: readonly MappedTable[]): readonly Answer[] {
  return [
    {
      asked: 'What is it, and where does the data live?',
      said: [
        'One Cloudflare Worker with one D1 database (SQLite), in your own Cloudflare account (`wrangler.toml`). There is no other server, no cache with personal data, no data warehouse.',
        'The database lives where it was made to live: `npx wrangler d1 create sotto --jurisdiction eu` restricts it to the European Union; the step in `docs/deploying.md` leaves the choice to you. ' +
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
        `In clear stand names, addresses, dates, codes, and these words of people: ${wordsInClear(tables).join(', ')}. So does the secret address of a calendar that somebody gave us to read (\`busy_feeds.url\`).`,
        'Secrets of links and sign-ins are stored as SHA-256 only.',
      ],
    },
    {
      asked: 'Classification, and personal data',
      said: [
        'Names, business addresses, dates, who is taught by whom, what was agreed. No payment, health or identity documents. Treat it as confidential: that somebody takes part is the secret.',
        `${tables.length} tables, column by column in \`2-data-map.md\`.`,
      ],
    },
    {
      asked: 'Retention and deletion',
      said: [
        'One table rules it, and jobs take their days from it (`worker/domain/clock/retention.ts`, `docs/operating.md`). A column without a rule fails a test.',
        'One person: `npm run erase` (`worker/actions/people/erase.ts`). A whole programme: closing it, then the purge.',
        'The end of use: delete Worker, database, mail routing and backups; take out first what you need (CSV).',
      ],
    },
  ]
}

function aboutAccess(built: Built): readonly Answer[] {
  const doors = doorways()
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
        `${doors.length} routes, each with who may ask (\`worker/http/routes.ts\`, \`6-letters-and-doors.md\`); each object is loaded through whoever asks.`,
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
          ? '`SECRET` is changed by a command.'
          : 'Changing `SECRET` ends all links and sign-ins at once; changing it without that: not yet.',
      ],
    },
  ]
}

function aboutMail(): readonly Answer[] {
  return [
    {
      asked: 'Mail: SPF, DKIM, DMARC',
      said: [
        usesRelay()
          ? 'Mail leaves by your relay; it signs with DKIM, and SPF of the reply domain must name it.'
          : 'Mail leaves by Cloudflare; its set-up adds SPF and DKIM of the reply domain.',
        'Set DMARC of that domain to `p=reject` or `quarantine`: Sotto sends From, Reply-To and ORGANIZER of that domain only. ' +
          blank('checked on'),
        'Mail that comes in: `Authentication-Results` count only from the receiver that `MAIL_RECEIVER` names; a decline or a proposal with `dmarc=fail` waits for a human (`docs/invites.md`, `worker/delivery/in/sender-trust.ts`).',
        'Links in mails lead to our own address, to materials of a format and to the meeting place that a manager typed, and nowhere else. There are no attachments but the calendar’s, and no pixels.',
      ],
    },
    {
      asked: 'What can a mail, a calendar or a file from outside do?',
      said: [
        ...measureLines('en', ['hostile']),
        'A published calendar is read by https only, never from an inner address, with a limit of size and time (`worker/actions/feed/fetch.ts`, `tests/actions/feed/read.test.ts`).',
      ],
    },
  ]
}

function aboutRunning(built: Built): readonly Answer[] {
  return [
    {
      asked: 'Logging and monitoring',
      said: [
        ...measureLines('en', ['logs']),
        'Kept by Cloudflare Workers Logs for as long as your plan says; sending them to a SIEM (Logpush) is a setting of yours.',
        `Who looked at an executive’s record: a log in the database, append-only, sealed in a chain each night, kept for ${KEPT_MS.accessLog / DAY} days (\`docs/own-record.md\`). Who changed what: \`events\`, append-only.`,
        '`GET /health` for whoever watches (`docs/operating.md`).',
        built.hasCommand('audit:verify')
          ? 'The chain of the log is verified by `npm run audit:verify`.'
          : 'Each person verifies his own part of the chain (`npm run verify-record`); a command that verifies all of it for the operator: not yet.',
      ],
    },
    {
      asked: 'Backup and restore',
      said: [
        'D1 keeps its own history (Time Travel), by the provider’s terms up to thirty days, in the same account.',
        built.hasCommand('backup') && built.hasCommand('restore')
          ? '`npm run backup` and `npm run restore` (`docs/operating.md`).'
          : 'A backup of its own, and a restore that is tested: not yet. `npx wrangler d1 export` writes the database as SQL.',
        built.hasCommand('fsck')
          ? '`npm run fsck` checks that the database holds together.'
          : 'A check that a restored database holds together: not yet.',
        'Who was erased is erased again after a restore: `npm run erase -- --again` (`docs/operating.md`).',
        `Objectives (RPO, RTO): ${blank('yours')}. Without Sotto people keep the dates in their calendars.`,
      ],
    },
    {
      asked: 'Availability',
      said: [
        'That of Cloudflare Workers and D1; a database that does not answer gives 503, and nothing is lost (`docs/operating.md`). No promise of ours.',
        'Mail is written down with the change it tells of and tried again for some two days (`worker/domain/letter/try.ts`).',
      ],
    },
    {
      asked: 'Incidents and breaches',
      said: [
        'To stop everything: a new `SECRET` ends all links and sign-ins at once; taking the route away stops the service; calendars keep their dates.',
        'To know what was seen: the log of access, `events`, Cloudflare’s audit log of the account.',
        `Who decides and reports within 72 hours (Art. 33): ${blank('names')}.`,
      ],
    },
    {
      asked: 'Network, browser and web',
      said: [
        ...measureLines('en', ['doors', 'rate']),
        'No script, font or picture from another host; a strict Content-Security-Policy; every page works without script.',
        'Denial of service: that of Cloudflare in front; limits for each address and network on sign-ins.',
      ],
    },
  ]
}

function aboutMaking(built: Built): readonly Answer[] {
  return [
    {
      asked: 'Use of artificial intelligence',
      said: [
        'None. No model, no service of one; suggestions follow written rules (`worker/domain/path/next-steps.ts`), dates in words are read by patterns (`chrono-node`). No data trains anything.',
      ],
    },
    {
      asked: 'Secure development, and supply chain',
      said: [
        `What runs in production: ${built.dependencies.map((each) => `\`${each}\``).join(', ')}, versions fixed in \`package-lock.json\`. Install scripts of packages are off but where listed.`,
        '`.ci/run` runs types, lint, dead code and all tests, a real browser included, before anything is merged. Tests show that each rule of security can fail (`docs/promises.md`).',
        'What serves development only is not in a production build (`tests/scripts/production.test.ts`).',
        'A bill of materials (SBOM) and a scan of dependencies in CI: not yet; `npm audit` and `npm sbom` work on the lock file.',
        'An independent penetration test: not yet. The aim is OWASP ASVS 5.0, level 2 (`docs/promises.md#t10`).',
      ],
    },
    {
      asked: 'Reporting a vulnerability, and patches',
      said: [
        `Report to ${blank('address of whoever runs it')}. A published address and times of the project itself: not yet.`,
        'A new version is applied as `docs/deploying.md` says; migrations are frozen once released, each one transaction.',
      ],
    },
    {
      asked: 'Certificates (ISO 27001, SOC 2)',
      said: ['The project has none. The provider’s are in its trust centre; yours: ' + blank('which')],
    },
  ]
}
