import type { Html } from "../../govuk/html.ts";

export const AccessibilityView = (): Html => (
  <>
    <h1 class="govuk-heading-l">Accessibility statement for Permanence Tracker</h1>
    <p class="govuk-body">We want everybody who works with children to be able to use this service. You should be able to:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>change colours, contrast and fonts with your browser or device</li>
      <li>zoom in to 400% without the text spilling off the screen</li>
      <li>use every page with a keyboard alone</li>
      <li>use every page with a screen reader</li>
      <li>use every page with scripts switched off</li>
      <li>read every picture and chart as a table beneath it</li>
    </ul>
    <h2 class="govuk-heading-m">How accessible this service is</h2>
    <p class="govuk-body">
      The service is built from the GOV.UK Design System’s components and aims to meet the Web Content Accessibility Guidelines version 2.2 to level AA.
      It has not been audited by an independent tester, so we do not claim that it complies.
    </p>
    <p class="govuk-body">What we know falls short:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>the picture of a child’s line is long to listen to with a screen reader: the table under it has the same dates in order</li>
      <li>wide tables scroll sideways on a small screen</li>
    </ul>
    <h2 class="govuk-heading-m">How it was tested</h2>
    <p class="govuk-body">
      Every page is checked by an automatic tool (axe, rules for WCAG 2.0 to 2.2, levels A and AA) in a Chromium browser each time the service’s own tests run.
      The same tests check that an error summary takes focus. Automatic checks find only some problems. No testing with people who use assistive technology has been done yet.
    </p>
    <h2 class="govuk-heading-m">Feedback and contact</h2>
    <p class="govuk-body">
      If something is hard to use, tell whoever runs this service in your authority: they must answer, and can give you the information in another form.
      If you are not happy with the answer, contact the Equality Advisory and Support Service.
    </p>
    <h2 class="govuk-heading-m">Enforcement</h2>
    <p class="govuk-body">
      The Equality and Human Rights Commission is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
    </p>
  </>
);
