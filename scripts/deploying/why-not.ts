import { type StartSettings, whyNotStart } from '../../worker/settings.ts'
import { type Answers, JURISDICTIONS } from './answers.ts'
import type { Found } from './found.ts'
import { holdsPassword, isByCloudflare, isStaging, mayWriteTo, stagingOf } from './mail.ts'
import type { Other } from './others.ts'

const ROUTING = /\.mx\.cloudflare\.net\.?$/i
/** A Worker’s name is part of addresses of the platform. */
const NAME = /^[a-z\d](?:[a-z\d-]{0,52}[a-z\d])?$/

/** What can be said without asking anybody. */
export function whyNotAnswers(name: string, answers: Answers, settings: StartSettings): readonly string[] {
  const host = URL.parse(answers.origin)?.hostname
  return [
    ...(NAME.test(name) ? [] : ['--name has to be lower-case letters, digits and hyphens.']),
    ...whyNotStart(settings).map(({ sentence }) => sentence),
    ...(holdsPassword(answers.mail)
      ? ['The relay’s password is no part of --mail: set SMTP_PASSWORD in the environment.']
      : []),
    ...(host === answers.replyDomain.toLowerCase()
      ? [
          `${answers.replyDomain} is the host of ORIGIN: answers need a subdomain of their own, such as calendar.${host}.`,
        ]
      : []),
    ...whyNotMailTo(name, answers),
    ...(URL.parse(answers.origin)?.port ? ['ORIGIN has to be without a port.'] : []),
  ]
}

/** What another deployment here has already. */
export function whyNotBeside(answers: Answers, others: readonly Other[]): readonly string[] {
  const host = URL.parse(answers.origin)?.hostname
  const domain = answers.replyDomain.toLowerCase()
  return others.flatMap(({ name, answers: theirs }) => [
    ...(host !== undefined && host === URL.parse(theirs.origin)?.hostname
      ? [`${host} is the address of the deployment ${name} (deployments/${name}/): choose another one.`]
      : []),
    ...(domain === theirs.replyDomain.toLowerCase()
      ? [
          `Answers to ${domain} come to the deployment ${name} (deployments/${name}/): choose another reply domain.`,
        ]
      : []),
  ])
}

/** An empty list would leave the binding without a limit. */
function whyNotMailTo(name: string, answers: Answers): readonly string[] {
  const only = mayWriteTo(name, answers)
  if (only === null || (only.length > 0 && isByCloudflare(answers.mail))) return []
  return [
    isByCloudflare(answers.mail)
      ? 'A staging deployment writes only to whom it names: give --mail-to with addresses, separated by commas.'
      : 'A relay is not kept from writing to real people: give one that delivers nowhere, and --mail-to anybody.',
  ]
}

export type Deploying = {
  readonly name: string
  readonly answers: Answers
  /** Somebody said that the plan is a paid one, where the token may not see it. */
  readonly saysPaid: boolean
  /** The database that an earlier run made here. */
  readonly databaseId: string | undefined
  /** Names of the secrets that are kept here. */
  readonly kept: readonly string[]
}

/** What stands in the account and is in the way; one sentence each. */
export function whyNotThere(deploying: Deploying, found: Found): readonly string[] {
  return [
    ...whyNotPlan(deploying, found),
    ...whyNotOrigin(deploying, found),
    ...whyNotReplies(deploying, found),
    ...whyNotDatabase(deploying, found),
    ...(found.secrets !== null && !found.secrets.includes('SECRET')
      ? [`A Worker called ${deploying.name} is in the account and is not Sotto: choose another --name.`]
      : []),
  ]
}

function whyNotPlan({ saysPaid }: Deploying, { zone, isPaid }: Found): readonly string[] {
  if (!zone || isPaid === true || (isPaid === null && saysPaid)) return []
  return [
    isPaid === null
      ? 'The token may not see the plan of the account: let it read Billing, or say --plan paid.'
      : 'The account is on the Workers Free plan, which is too small for Sotto (docs/deploying.md says why): choose Workers Paid.',
  ]
}

function whyNotOrigin({ name, answers }: Deploying, { zone, service, records }: Found): readonly string[] {
  const host = URL.parse(answers.origin)?.hostname ?? ''
  if (!zone)
    return [
      `No zone of ${host} is in reach of this token: add the domain to Cloudflare, or let the token read its zone.`,
    ]
  if (zone.status !== 'active')
    return [`The zone ${zone.name} is ${zone.status}: its registrar does not point to Cloudflare yet.`]
  if (service !== null && service !== name)
    return [`${host} belongs to the Worker ${service}: choose another address, or remove it there.`]
  const used = records.some((each) => each.name === host && /^(?:A|AAAA|CNAME)$/.test(each.type))
  return service === null && used
    ? [`${host} has a DNS record already: choose another address, or remove the record.`]
    : []
}

function whyNotReplies(
  { name, answers }: Deploying,
  { zone, replyZone, records, apexMail, catchAll }: Found,
): readonly string[] {
  const domain = answers.replyDomain.toLowerCase()
  if (!replyZone) return [`No zone of ${domain} is in reach of this token: answers could not arrive.`]
  if (replyZone.name === zone?.name && replyZone.name === domain)
    return [
      `${domain} is the zone of ORIGIN itself: Email Routing would take over its mail. Choose a subdomain of its own, such as calendar.${domain}.`,
    ]
  const own = records.filter((each) => each.name === domain)
  const mail = own.find(({ type, content }) => type === 'MX' && !ROUTING.test(content ?? ''))
  const host = own.find(({ type }) => /^(?:A|AAAA|CNAME)$/.test(type))
  return [
    ...(replyZone.account.id === zone?.account.id || !zone
      ? []
      : [`${domain} is in another account than ORIGIN: one Worker cannot serve both.`]),
    ...(mail ? [`Mail to ${domain} goes to ${mail.content} already: choose a subdomain of its own.`] : []),
    ...(host ? [`${domain} is a host in use: choose a subdomain of its own for answers.`] : []),
    ...(catchAll !== null && ![name, stagingOf(name)].includes(catchAll) && !isStaging(name)
      ? [
          `A zone has one catch-all, and that of ${replyZone.name} is taken (${catchAll}): choose a reply domain in another zone.`,
        ]
      : []),
    ...(catchAll !== name && domain !== replyZone.name && apexMail.some((each) => ROUTING.test(each))
      ? [
          `Mail to ${replyZone.name} itself comes by Email Routing, whose catch-all would hand it to Sotto: choose a reply domain in another zone.`,
        ]
      : []),
  ]
}

function whyNotDatabase(
  { name, answers, databaseId, kept }: Deploying,
  { database, secrets }: Found,
): readonly string[] {
  if (!database) return []
  const where = JURISDICTIONS.find((each) => each === database.jurisdiction) ?? 'none'
  const missing = ['SECRET', 'SEALING_KEYS'].filter(
    (each) => !kept.includes(each) && secrets?.includes(each) !== true,
  )
  return [
    ...(database.uuid !== databaseId && where !== answers.jurisdiction
      ? [
          `The database ${name} is there with the jurisdiction ${where}, which cannot be changed: choose another --name, or --jurisdiction ${where}.`,
        ]
      : []),
    ...(missing.length > 0
      ? [
          `The database ${name} is there and ${missing.join(' and ')} is not: put what it was made with into deployments/${name}/secrets.json. New ones could not read it.`,
        ]
      : []),
  ]
}
