import { OnboardingWidget } from 'react-versori-onboarding';

export default function Settings() {
  return (
    <main>
      <h1>Settings</h1>
      <OnboardingWidget
        baseUrl="/api/onboarding"
        environmentId="01JEXAMP1E000000ENV0000001"
        userKey="user-amelia"
      />
    </main>
  );
}
