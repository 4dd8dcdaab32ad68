// Says that the page in view is no part of the site any more.

import { host, make } from "./making.js";

export function notice() {
  let bar = null;
  return {
    show() {
      if (bar) return;
      bar = host("preview-notice", STYLE);
      const home = make("a", { href: "/" }, "To the home page");
      bar.shadowRoot.append(make("p", { role: "status" }, "This page is no part of the site any more. ", home));
      document.body.prepend(bar);
    },
    hide() {
      bar?.remove();
      bar = null;
    },
  };
}

const STYLE = `
  p {
    position: fixed; inset-inline: 0; inset-block-start: 0; z-index: 2147483646; margin: 0; padding: .5rem 1rem;
    font: 1rem/1.5 system-ui, sans-serif; color: #000; background: #ffe08a; border-block-end: 2px solid #7a5b00;
  }
  a { color: inherit; }
  @media print { p { display: none; } }
`;
