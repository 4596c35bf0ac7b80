import { createApp } from 'vue';
import 'react-versori-onboarding/element';
import Settings from './Settings.vue';

createApp(Settings).mount('#app');
