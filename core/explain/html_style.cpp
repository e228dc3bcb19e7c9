#include "core/explain/html_style.h"

namespace dateline::explain {

// Types get their colour from --hue, set on .t0, .t1 … by the page itself.
const std::string_view page_style = R"(
:root { color-scheme: light dark; --paper: #fdfcfa; --ink: #22262b; --soft: #6a727c; --line: #e4e1da; --card: #ffffff; --shadow: 0 6px 24px #0002; --tint: 92%; --tone: 38%; --strength: 62%; --good: #1c7c3c; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #dfe3e8; --soft: #949ca6; --line: #2d3138; --card: #1e2126; --shadow: 0 6px 24px #000a; --tint: 20%; --tone: 72%; --strength: 48%; --good: #6fd08c; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding: 5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); padding: .8rem 1.5rem; display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: baseline; }
h1 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; }
.about { color: var(--soft); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem; margin-left: auto; }
.chip { text-decoration: none; color: inherit; padding: .05rem .6rem; border-radius: 1rem; background: hsl(var(--hue) 70% var(--tint)); border: 1px solid hsl(var(--hue) 55% var(--strength)); }
.chip b { color: hsl(var(--hue) 70% var(--tone)); }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 27rem); gap: 2.5rem; max-width: 88rem; margin: 0 auto; padding: 1.5rem; }
article { font: 17px/1.85 Charter, "Bitstream Charter", Cambria, Georgia, "Noto Serif", serif; max-width: 44rem; justify-self: center; width: 100%; overflow-wrap: anywhere; white-space: pre-wrap; }
aside { font-size: .9rem; min-width: 0; }
.mark { unicode-bidi: isolate; color: inherit; text-decoration: none; background: hsl(var(--hue) 75% var(--tint)); border-bottom: 2px solid hsl(var(--hue) 60% var(--strength)); border-radius: 3px 3px 0 0; padding: .08em .12em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.mark:hover, .mark:focus-visible, .mark:target, .mark.same { outline: 2px solid hsl(var(--hue) 60% var(--strength)); outline-offset: 1px; border-radius: 3px; }
h2 { font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; color: hsl(var(--hue, 210) 60% var(--tone)); margin: 1.6rem 0 .5rem; }
h2:first-child { margin-top: 0; }
.entity { background: var(--card); border: 1px solid var(--line); border-left: 4px solid hsl(var(--hue) 60% var(--strength)); border-radius: 6px; padding: .5rem .8rem; margin: .5rem 0; overflow-wrap: anywhere; }
.entity h3 { font-size: 1rem; margin: 0; unicode-bidi: isolate; }
.id, .rule, .place { color: var(--soft); font-size: .85em; font-weight: normal; }
.fact { margin: .3rem 0 0; }
.fact > b { font-weight: 600; }
.fact q, .considered q { unicode-bidi: isolate; }
details { margin: .2rem 0 0; }
summary { cursor: pointer; }
summary a { color: inherit; text-decoration-color: hsl(var(--hue) 60% var(--strength)); }
details:target > summary, .chosen > summary { background: hsl(var(--hue) 75% var(--tint)); border-radius: 4px; }
.values { margin: .1rem 0 .1rem .3rem; }
.reasons { list-style: none; margin: .2rem 0 .4rem; padding: 0 0 0 .3rem; }
.reasons li { display: grid; grid-template-columns: 3.2rem 1fr; gap: .6rem; }
.weight { text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
.for .weight { color: var(--good); }
.against .weight { color: var(--bad); }
.idle { opacity: .55; }
.considered { max-width: 88rem; margin: 0 auto; padding: 0 1.5rem 3rem; font-size: .9rem; }
.considered > details > summary { color: var(--soft); padding: .4rem 0; }
.considered li { margin: .3rem 0; overflow-wrap: anywhere; }
.diagnostics { max-width: 88rem; margin: 1rem auto 0; padding: 0 1.5rem; }
.diagnostics p { margin: .2rem 0; padding: .3rem .8rem; border-left: 4px solid #d9822b; background: var(--card); border-radius: 4px; }
#card { position: absolute; z-index: 3; max-width: 26rem; background: var(--card); color: var(--ink); border: 1px solid var(--line); border-top: 3px solid hsl(var(--hue) 60% var(--strength)); border-radius: 6px; box-shadow: var(--shadow); padding: .6rem .9rem; font-size: .88rem; overflow-wrap: anywhere; }
#card[hidden] { display: none; }
#card > div { margin: .1rem 0; }
:focus-visible { outline: 2px solid hsl(var(--hue, 210) 60% var(--strength)); outline-offset: 2px; }
@media (min-width: 60rem) { aside { position: sticky; top: 4.5rem; max-height: calc(100vh - 5.5rem); overflow-y: auto; padding-right: .5rem; } }
@media (max-width: 60rem) { header { position: static; padding: .8rem 1rem; } main { padding: 1rem; gap: 1.5rem; } html { scroll-padding: 1rem; } main { grid-template-columns: minmax(0, 1fr); } article { justify-self: start; } .legend { margin-left: 0; } }
@media print { header, aside { position: static; max-height: none; } }
)";

// Hovering a mark, or reaching it by the keyboard, shows its reasons beside it and outlines what is the same thing; a click, or Enter, keeps them there
// and opens them in the list at the side as well.
const std::string_view page_script = R"(
(() => {
  const card = document.getElementById("card");
  const aside = document.querySelector("aside");
  const marks = [...document.querySelectorAll(".mark")];
  const reasonsOf = mark => document.getElementById(mark.hash.slice(1));
  let kept = null;
  const show = mark => {
    const reasons = reasonsOf(mark);
    if (!reasons) return;
    const entity = reasons.closest(".entity");
    const title = document.createElement("b");
    title.append(...entity.querySelector("h3").cloneNode(true).childNodes);
    const body = reasons.cloneNode(true);
    body.removeAttribute("id");
    body.open = true;
    const facts = [...entity.querySelectorAll(".fact > summary")].map(fact => {
      const line = document.createElement("div");
      line.append(...fact.cloneNode(true).childNodes);
      return line;
    });
    card.className = mark.classList[1];
    card.replaceChildren(title, ...facts, body);
    card.hidden = false;
    const line = mark.getClientRects()[0];
    card.style.left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - 8)) + scrollX + "px";
    const below = line.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.top = (below ? line.bottom + 8 : Math.max(8, line.top - card.offsetHeight - 8)) + scrollY + "px";
    for (const other of marks) other.classList.toggle("same", other.dataset.entity === mark.dataset.entity);
  };
  const hide = () => {
    kept = null;
    card.hidden = true;
    for (const other of marks) other.classList.remove("same");
  };
  const leave = () => kept ? show(kept) : hide();
  const keep = (event, mark) => {
    const reasons = reasonsOf(mark);
    if (!reasons) return;
    event.preventDefault();
    kept = mark;
    show(mark);
    reasons.open = true;
    for (const other of document.querySelectorAll(".chosen")) other.classList.remove("chosen");
    reasons.classList.add("chosen");
    if (getComputedStyle(aside).position === "sticky") {
      const place = reasons.getBoundingClientRect(), frame = aside.getBoundingClientRect();
      aside.scrollTo({top: aside.scrollTop + place.top - frame.top - frame.height / 3, behavior: "smooth"});
    }
  };
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("mouseleave", leave);
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", leave);
    mark.addEventListener("click", event => keep(event, mark));
  }
  addEventListener("click", event => { if (!event.target.closest(".mark, #card")) hide(); });
  addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
})();
)";

}  // namespace dateline::explain
