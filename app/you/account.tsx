import { Deed } from "../deciding/deed";
import { Field } from "../elements/field";
import type { Answer } from "../registry";
import { changePassword, changeProfile, signOutEverywhere } from "./account-actions";

/** What is one's own to change: name and visibility, password, and where one is signed in. */
export function Account({ member }: { member: Answer<"me.show">["member"] }) {
  return (
    <section aria-labelledby="account">
      <h2 id="account" className="subtitle mb-4">
        Your account
      </h2>
      <div className="card divide-y divide-line overflow-hidden">
        <Deed
          title="Profile"
          verb="Keep it"
          action={changeProfile}
          about={{}}
          fields={<Profile member={member} />}
        >
          <p>Your own ring and those above see it in any case.</p>
        </Deed>
        <Deed
          title="Change your password"
          verb="Change it"
          action={changePassword}
          about={{}}
          fields={<Passwords handle={member.handle} />}
        >
          <p>Every other browser is signed out at once. Tokens stay.</p>
        </Deed>
        <Deed
          title="Sign out everywhere"
          verb="Sign out everywhere"
          danger
          action={signOutEverywhere}
          about={{}}
          fields={
            <label className="flex items-baseline gap-2.5 text-sm">
              <input type="checkbox" name="tokens" />
              <span>End all my tokens as well</span>
            </label>
          }
        >
          <p>Every browser, this one too, at once. Do this when something may have got into other hands.</p>
        </Deed>
      </div>
    </section>
  );
}

function Profile({ member: { name, shownBelow } }: { member: Answer<"me.show">["member"] }) {
  return (
    <div className="max-w-sm space-y-4" key={`${name}${shownBelow}`}>
      <Field label="Your name" name="name" defaultValue={name} maxLength={100} autoComplete="name" />
      <label className="flex items-baseline gap-2.5 text-sm">
        <input type="checkbox" name="shownBelow" defaultChecked={shownBelow} />
        <span>The ring just below mine may see my profile</span>
      </label>
    </div>
  );
}

function Passwords({ handle }: { handle: string }) {
  return (
    <div className="max-w-sm space-y-4">
      <input type="hidden" name="username" autoComplete="username" value={handle} readOnly />
      <Field label="Present password" name="current" type="password" autoComplete="current-password" />
      <Field
        label="New password"
        hint="At least 10 characters; a sentence is best."
        name="new-password"
        type="password"
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
      />
      <Field
        label="New password again"
        name="again"
        type="password"
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
      />
    </div>
  );
}
