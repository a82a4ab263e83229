<?php
// What Zabbix's own import says of an export: php src/testing/tools/zabbix/validate.php FOLDER-OF-THE-FRONTEND EXPORT.json
// The classes are the frontend's, as Debian packs them; this file only calls them.
[, $zabbix, $export] = $argv;
require "$zabbix/include/defines.inc.php";
spl_autoload_register(function (string $name) use ($zabbix): void {
	$folders = ['import/validators', 'import', 'import/converters', 'core', 'xml', 'import/readers', 'validators', 'helpers'];
	foreach ($folders as $folder) {
		if (file_exists("$zabbix/include/classes/$folder/$name.php")) {
			require "$zabbix/include/classes/$folder/$name.php";
			return;
		}
	}
});
if (!function_exists('_s')) {
	function _s(string $text, ...$values): string {
		return vsprintf($text, $values);
	}
}
$factory = new CImportValidatorFactory(CImportReaderFactory::JSON);
$validator = (new CXmlValidator($factory, CImportReaderFactory::JSON))->setStrict(true);
try {
	$validator->validate(json_decode(file_get_contents($export), true), '');
	echo "valid\n";
}
catch (Exception $refusal) {
	echo $refusal->getMessage(), "\n";
	exit(1);
}
