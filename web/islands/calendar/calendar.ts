/** Loads the grid on a wide screen, or when somebody asked for it; everybody else keeps the list. */
const host = document.getElementById('calendar')
const wide = matchMedia('(min-width: 640px)')

async function show(): Promise<void> {
  if (!host || host.dataset['shown'] || !(wide.matches || host.dataset['grid'] === 'always')) return

  host.dataset['shown'] = 'yes'
  const { mount } = await import('./mount.ts')
  mount(host)
  document.body.classList.add('gridded')
}

// “This week” is another one next week: the address says which, so that it can be kept and sent on.
const here = host?.dataset['here']
const address = new URL(location.href)
const week = here && new URL(here, address).searchParams.get('week')
if (week && !address.searchParams.has('week')) {
  address.searchParams.set('week', week)
  history.replaceState(null, '', location.search === '' ? here + location.hash : address)
}

wide.addEventListener('change', () => void show())
void show()
