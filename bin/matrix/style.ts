/** How the page looks, in light and in dark. */
export const style = `
:root { color-scheme: light dark; --text: #1c1e21; --back: #fff; --head: #f3f4f6; --line: #d8dbe0; --quiet: #5b6068; --good: #12632b; --good-back: #eaf6ed; --bad: #a3120a; --bad-back: #fdeceb; --open: #7a4b00; --open-back: #fdf4e1; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e7e9; --back: #15171a; --head: #22252a; --line: #3a3e45; --quiet: #a4a9b1; --good: #7ddc98; --good-back: #16281c; --bad: #ff9a8f; --bad-back: #331a18; --open: #f0c060; --open-back: #2e2512; }
}
body { color: var(--text); background: var(--back); font: .9375rem/1.45 system-ui, sans-serif; margin: 2rem; }
h1 { margin: 0 0 .25rem; }
h2 { margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { margin: 1.5rem 0 .25rem; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: .15em; }
section, dl { max-width: 70rem; }
table { border-collapse: separate; border-spacing: 0; }
th, td { border: solid var(--line); border-width: 0 1px 1px 0; padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); white-space: nowrap; }
tbody th { position: sticky; left: 0; z-index: 1; background: var(--back); font-weight: normal; min-width: 16rem; max-width: 24rem; overflow-wrap: anywhere; }
thead th:first-child { left: 0; z-index: 3; }
td { white-space: nowrap; }
small, .quiet, .not-reached, .not-applicable { color: var(--quiet); }
.holds { color: var(--good); }
td.holds { background: var(--good-back); }
.broken { color: var(--bad); font-weight: 600; }
td.broken { background: var(--bad-back); }
td.broken small { font-weight: normal; color: inherit; }
.undecided { color: var(--open); }
td.undecided { background: var(--open-back); }
.wide { overflow: auto; max-height: 92vh; width: fit-content; max-width: 100%; border: 1px solid var(--line); border-radius: 6px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dd { margin: 0; }
dt:target, dt:target + dd { background: var(--open-back); }
pre { overflow-x: auto; background: var(--head); border-radius: 4px; padding: .35rem .6rem; margin: .25rem 0 1rem; }
code { font: .875em ui-monospace, monospace; }
`;
