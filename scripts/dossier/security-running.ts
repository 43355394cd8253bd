import { KEPT_MS } from '../../worker/domain/clock/retention.ts'
import { DAY } from '../../worker/domain/time/time.ts'
import type { Built } from './built.ts'
import { blank } from './markdown.ts'
import { measureLines } from './measures.ts'
import { usesRelay } from './processors.ts'
import type { Answer } from './security.ts'

/** Mail, and what comes in from outside. */
export function aboutMail(): readonly Answer[] {
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

/** How it is run and watched, and what happens when something breaks. */
export function aboutRunning(built: Built): readonly Answer[] {
  return [
    {
      asked: 'Logging and monitoring',
      said: [
        ...measureLines('en', ['logs']),
        'Kept by Cloudflare Workers Logs for as long as your plan says; sending them to a SIEM (Logpush) is a setting of yours.',
        `Who looked at a person’s record (pages that list many people do not count): a log in the database, append-only, sealed in a chain each night, kept for ${KEPT_MS.accessLog / DAY} days (\`docs/own-record.md\`). Who changed what: \`events\`, append-only.`,
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
        'Mail is written down with the change it tells of and tried again for more than a day (`worker/domain/letter/try.ts`).',
      ],
    },
    {
      asked: 'Incidents and breaches',
      said: [
        'To stop everything: `npm run rotate-secret -- --out` ends all sign-ins and links at once (`docs/operating.md`); taking the route away stops the service; calendars keep their dates.',
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

/** How it is made. */
export function aboutMaking(built: Built): readonly Answer[] {
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
        `What runs in production: ${built.dependencies.map((each) => `\`${each}\``).join(', ')}, versions fixed in \`package-lock.json\`.`,
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
